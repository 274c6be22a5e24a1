import { basename, dirname } from 'node:path'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { VERSION } from '@wayproof/kernel/version'
import { destroyBy } from '@wayproof/operations/backup/backup-header'
import { listBackups } from '@wayproof/operations/backup/newest-backup'
import { serviceStates } from '@wayproof/oversight/services/service'
import type { Services } from '../trpc/context.ts'

const DAY_MS = 86_400_000
/** Days whose outages are listed. */
const OUTAGE_DAYS = 90

/** Services with their outages, letters that wait, the next and newest run of each job, and the web hook. */
export async function readServices({
  store,
  clock,
  timeZone,
  webHook,
}: Pick<Services, 'store' | 'clock' | 'timeZone' | 'webHook'>) {
  const now = clock.now()
  return {
    today: dateAt(now, timeZone),
    services: serviceStates(await store.services.contacts(), now),
    holds: await store.services.holds(),
    outages: await store.services.outages(now - OUTAGE_DAYS * DAY_MS),
    planned: await store.jobResults.planned(),
    newest: await store.jobResults.newest(),
    hook: webHook && { form: webHook.form, ...(await store.hook.state()) },
  }
}

/** The content of the dashboard's `/health/ready`: faults, because of which something fails now, and warnings. */
export async function readHealth({ store, clock }: Pick<Services, 'store' | 'clock'>) {
  const [faults, { warnings }] = await Promise.all([store.health.readiness(), store.health.read(clock.now())])
  const shown = warnings.flatMap(({ code }) => (code === 'scheduler-silent' ? [] : [code]))
  return { faults: faults.map(({ code }) => code), warnings: shown }
}

/** The state of the installation, as `wayproof status` prints it. */
export async function readStatus({ store, clock, keyring }: Pick<Services, 'store' | 'clock' | 'keyring'>) {
  const { journal, restoreProvenAt } = await store.backups.state()
  const backups = listBackups(dirname(journal)).map(({ file, header }) => ({
    name: basename(file),
    madeAt: header && Date.parse(header.madeAt),
    destroyBy: header && destroyBy(header),
  }))
  const queue = await store.health.queue(clock.now())
  return { version: VERSION, generation: keyring.generations, queue, restoreProvenAt, backups }
}

/** The silent services besides the scheduler. Nothing is known of them while the scheduler is silent itself. */
export async function silentServices({ store, clock }: Pick<Services, 'store' | 'clock'>) {
  const states = serviceStates(await store.services.contacts(), clock.now())
  return states.flatMap(({ service, state, contactAt }) =>
    service !== 'scheduler' && state === 'silent' ? [{ service, contactAt }] : [],
  )
}
