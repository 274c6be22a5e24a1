import { addDays, dateAt } from '@wayproof/kernel'
import { mailNotice, type UnlinkingCertificate } from '@wayproof/letters'
import { isAnonymous, LONGEST_BACKUP_DAYS, type WaveKeyState } from '@wayproof/survey'
import type { CalendarPorts } from '../scheduler-ports.ts'

const LEASE_MS = 60 * 60_000

/**
 * Attacks the file once a wave is unlinked and mails the officers the result, once per wave.
 * Returns the number of waves. Outcomes of a run: `anonymous` or `not-anonymous`.
 */
export async function certifyUnlinking({ store, clock, timeZone, log }: CalendarPorts): Promise<number> {
  let waves = 0
  for (const { period, status, closedAt, unlinkedAt } of await store.survey.waves()) {
    if (status !== 'unlinked' || closedAt === null || unlinkedAt === null) continue
    const now = clock.now()
    const run = await store.jobRuns.claimRun('certify-unlinking', period, unlinkedAt, now, now + LEASE_MS, false)
    if (!run) continue
    const anonymity = await store.anonymity(period)
    if (!anonymity) continue
    const closedOn = dateAt(closedAt, timeZone)
    const certificate = {
      anonymity,
      closedOn,
      unlinkedOn: dateAt(unlinkedAt, timeZone),
      backupsUntil: addDays(closedOn, LONGEST_BACKUP_DAYS),
      key: keyState((await store.survey.funnel(period))?.key ?? null, timeZone),
    }
    await mailNotice({ outbox: store.outbox, readers: store.officers, clock }, period, {
      kind: 'unlinking-certificate',
      data: certificate,
    })
    const outcome = isAnonymous(anonymity) ? 'anonymous' : 'not-anonymous'
    await store.jobRuns.finishRun(run, outcome, clock.now())
    log({ event: 'unlinking-certified', period, outcome, tied: anonymity.tied, answers: anonymity.answers })
    waves += 1
  }
  return waves
}

function keyState(key: WaveKeyState | null, timeZone: string): NonNullable<UnlinkingCertificate['key']> | null {
  if (key?.lostAt) return { state: 'lost', day: dateAt(key.lostAt, timeZone) }
  return key?.destroyedAt ? { state: 'destroyed', day: dateAt(key.destroyedAt, timeZone) } : null
}
