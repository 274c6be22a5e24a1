import { closeWave } from '@wayproof/survey'
import type { CalendarPorts } from '../scheduler-ports.ts'

const LEASE_MS = 10 * 60_000
/** A close that somebody else has begun is left to him for this long. */
const GRACE_MS = 5 * 60_000

/** Closes waves whose time is over, and finishes closing where it was broken off. One scheduler does it. Then waves get the step they lack. */
export async function closeDueWaves({ store, clock, timeZone, log }: CalendarPorts): Promise<void> {
  const now = clock.now()
  for (const { period, status, closesAt, closedAt } of await store.survey.waves()) {
    const over = status === 'open' && closesAt <= now
    const brokenOff = status === 'closed' && (closedAt ?? 0) + GRACE_MS < now
    if (!over && !brokenOff) continue
    const run = await store.jobRuns.claimRun(
      'close-wave',
      period,
      closesAt,
      now,
      now + LEASE_MS,
      now - closesAt > GRACE_MS,
    )
    if (!run) continue
    const closed = await closeWave({ store: store.survey, clock, timeZone }, { period })
    const outcome = closed.ok ? closed.value.status : closed.fault.code
    // A run that is finished is not claimed again, and a wave whose end was put off this moment is due another time.
    if (closed.ok) await store.jobRuns.finishRun(run, outcome, clock.now())
    log({ event: 'wave-closed', period, outcome, late: run.late })
  }
  await store.survey.chooseMissingSteps()
}
