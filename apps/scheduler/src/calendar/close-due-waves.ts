import { closeWave } from '@wayproof/survey/waves/close-wave'
import type { CalendarPorts } from '../scheduler-ports.ts'

const LEASE_MS = 10 * 60_000
/** Lease of a close that another process has begun. */
const GRACE_MS = 5 * 60_000

/**
 * Closes waves whose last day is over, and finishes interrupted closes, by one scheduler. Then waves get their next
 * step, and the leftovers of an interrupted deployment check are removed. Returns the number of closed waves.
 */
export async function closeDueWaves({ store, clock, timeZone, log }: CalendarPorts): Promise<number> {
  const now = clock.now()
  if ((await store.trials.remove(now, now)) > 0) log({ event: 'deployment-check-removed' })
  let waves = 0
  for (const { period, status, closesAt, closedAt } of await store.survey.waves()) {
    const isOver = status === 'open' && closesAt <= now
    const wasInterrupted = status === 'closed' && (closedAt ?? 0) + GRACE_MS < now
    if (!isOver && !wasInterrupted) continue
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
    // A finished run is not claimed again, so a wave whose end was just extended is due another time.
    if (closed.ok) await store.jobRuns.finishRun(run, outcome, clock.now())
    if (closed.ok) waves += 1
    log({ event: 'wave-closed', period, outcome, late: run.late })
  }
  return waves
}
