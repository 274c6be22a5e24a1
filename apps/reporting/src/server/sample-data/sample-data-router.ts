import type { Person } from '@wayproof/accounts/accounts/person'
import { actingAsNobody } from '@wayproof/journal/audit-log/acting-user'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { periodOf, previousPeriod } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { sampleCompany } from '@wayproof/sample-company/company'
import { organisationNames } from '@wayproof/sample-company/people'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { officerProcedure, router } from '../trpc/trpc.ts'
import type { SampleLoad } from './sample-load.ts'
import { sampleSteps } from './sample-steps.ts'

/** Sample data, which an officer loads into an empty installation and removes whole. */
export const sampleDataRouter = router({
  /** `state` is null without sample data; `isEmpty`: it could be loaded. */
  state: officerProcedure.query(async ({ ctx: { store, clock } }) => {
    const state = await store.sampleData.state(clock.now())
    return { state, isEmpty: state === null && (await store.sampleData.isEmpty()) }
  }),

  /** Answers once everything is loaded, also if somebody else was faster. */
  load: officerProcedure.mutation(async ({ ctx }) => unwrap(await loadSample(ctx, ctx.user))),

  /** Answers once it is removed, also if somebody else was faster. */
  remove: officerProcedure.mutation(async ({ ctx: { store, clock } }) => {
    const now = clock.now()
    if (await store.sampleData.remove(now)) return null
    return unwrap((await store.sampleData.state(now)) === null ? ok(null) : fail('sample-loading'))
  }),
})

const SEED = '1'
/** Steps take well under a minute, and each renews the lease. */
const LEASE_MS = 3 * 60_000

type LoadFault = { readonly code: 'sample-not-empty' | 'sample-loading' | 'no-questionnaire' }

/**
 * Loads the sample company into an empty installation. Sample data that is already there is enough, and what a load left
 * that ended early is removed first. If this one fails, what it loaded is removed.
 */
async function loadSample(services: Services, by: Person): Promise<Outcome<null, LoadFault>> {
  const { store, clock, ids } = services
  const { sampleData } = store
  const now = clock.now()
  if (!(await store.survey.latestQuestionnaire())) return fail('no-questionnaire')
  if ((await sampleData.state(now))?.phase === 'left-over') await sampleData.remove(now)
  const load = await planLoad(services, by, ids.next())
  const steps = sampleSteps(services, load)
  const begun = await sampleData.begin({
    ...{ loadId: load.id, stepsAll: steps.length, now, leaseUntil: now + LEASE_MS },
    organisation: await companyOf(services, load),
  })
  if (begun === 'loaded') return ok(null)
  if (begun !== 'begun') return fail(begun === 'not-empty' ? 'sample-not-empty' : 'sample-loading')
  try {
    for (const [done, step] of steps.entries()) {
      // The people of the sample data act here, and they are in no audit log.
      await actingAsNobody(step)
      await sampleData.step(load.id, done + 1, clock.now() + LEASE_MS)
    }
    await sampleData.finish(load.id)
    return ok(null)
  } catch (error) {
    await sampleData.abandon(load.id)
    throw error
  }
}

async function planLoad({ clock, timeZone }: Services, by: Person, id: string): Promise<SampleLoad> {
  const today = dateAt(clock.now(), timeZone)
  const half = previousPeriod(periodOf('half-year', today))
  return { id, company: sampleCompany(SEED, half.year), half, today, by }
}

/** The names are made up, and letters about accounts still leave from one's own address. */
async function companyOf({ store }: Services, { by, company: { year } }: SampleLoad) {
  const own = await store.organisation.get()
  const { nameZh, nameEn } = organisationNames
  return {
    ...{ nameZh, nameEn, contactEmail: own?.contactEmail ?? by.email, programmeStart: `${year - 1}-01-01` },
    ...{ baselineYear: null, sample: true },
  }
}
