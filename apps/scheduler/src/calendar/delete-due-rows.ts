import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { CalendarPorts } from '../scheduler-ports.ts'
import { UNFINISHED } from './unfinished.ts'

const JOB = 'delete-what-is-due'
const LEASE_MS = 60 * 60_000

/**
 * Deletes data past its retention, by one scheduler a day. It counts from now, so one run after downtime deletes
 * everything due; an interrupted run continues after its lease.
 * Outcomes: `deleted N`, with ` bytes-left` if the freed bytes could not be overwritten yet.
 */
export async function deleteDueRows({
  store,
  clock,
  timeZone,
  log,
}: CalendarPorts): Promise<typeof UNFINISHED | undefined> {
  const now = clock.now()
  const day = dateAt(now, timeZone)
  const run = await store.jobRuns.claimRun(JOB, day, now, now, now + LEASE_MS, false)
  // The process that claimed it may have crashed.
  if (!run) return (await store.jobRuns.outcomeOf(JOB, day)) === null ? UNFINISHED : undefined
  const { rows, overwritten } = await store.retention.deleteDue(now)
  const outcome = overwritten ? `deleted ${rows}` : `deleted ${rows} bytes-left`
  await store.jobRuns.finishRun(run, outcome, clock.now())
  if (overwritten) await store.questions.withdraw({ kind: 'bytes-left', subject: '' }, clock.now())
  else await store.questions.ask({ kind: 'bytes-left', data: { day } }, clock.now())
  if (rows > 0 || !overwritten) log({ event: 'deleted-what-was-due', day, rows, overwritten })
  return undefined
}
