import { DESK_ROLES, type Owner, ROLE_OF } from '@wayproof/accounts/accounts/person'
import { blamed } from '@wayproof/journal/outbox/refusal-cause'
import { addDays, type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, periodKey, periodOf } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { mailDeadlines } from '@wayproof/letters/deadlines/mail-deadlines'
import { reviewEditions } from '@wayproof/letters/editions/review-editions'
import { mailGoalChanges as mail } from '@wayproof/letters/goal-changes/mail-goal-changes'
import type { RequestSummary } from '@wayproof/letters/letter/letter'
import { certifyUnlinking as certify } from '@wayproof/letters/outbox/certify-unlinking'
import { mailNotice } from '@wayproof/letters/outbox/mail-notice'
import { readRefusal } from '@wayproof/letters/refusals/read-refusal'
import { countOpenWaves } from '@wayproof/survey/waves/count-open-waves'
import { remindDueWaves } from '@wayproof/survey/waves/remind-wave'
import { pauseFailingWaves } from '../delivery/pause-failing-waves.ts'
import { testMailBeforeOpening } from '../delivery/test-mail-before-opening.ts'
import { planPageChecks } from '../policy-pages/check-pages.ts'
import type { CalendarPorts, DueRun } from '../scheduler-ports.ts'
import { closeDueWaves } from './close-due-waves.ts'
import { openDueWaves } from './open-due-waves.ts'
import { editionPorts, remindOwners } from './remind-owners.ts'

/**
 * Mails the desk the requests, complaints and further messages of a day, in one letter on the morning after. An
 * immediate letter would reveal the time of an anonymous case, which is dated to the day. A day gets its letter once. Neither
 * log nor run says how many there were.
 */
export async function tellOfRequests({ store, clock, timeZone }: CalendarPorts): Promise<void> {
  const today = dateAt(clock.now(), timeZone)
  const isTold = (day: CalendarDate) => day < today && day >= addDays(today, -DAYS_BACK)
  // Manually recorded requests may have been received days before.
  const arrived = (await store.rights.openCases())
    .map((openCase) => ({ ...openCase, receivedOn: openCase.recordedOn ?? openCase.receivedOn }))
    .filter(({ receivedOn }) => isTold(receivedOn))
  const messages = (await store.rights.furtherMessages()).filter(({ day }) => isTold(day))
  const readers = async () => (await Promise.all(DESK_ROLES.map((role) => store.usersOf(role)))).flat()
  const days = new Set([...arrived.map(({ receivedOn }) => receivedOn), ...messages.map(({ day }) => day)])
  for (const day of [...days].sort()) {
    const data = {
      receivedOn: day,
      cases: arrived.filter(({ receivedOn }) => receivedOn === day).map(whatIsTold),
      written: messages.filter((message) => message.day === day).map(whatIsTold),
    }
    await mailNotice({ outbox: store.outbox, readers, clock }, day, { kind: 'rights-arrived', data })
  }
}

const whatIsTold = ({ kind, regime, dueOn }: RequestSummary): RequestSummary => ({ kind, regime, dueOn })

const JOB = 'delete-what-is-due'
const LEASE_MS = 60 * 60_000

/**
 * Deletes data past its retention, by one scheduler a day. It counts from now, so one run after downtime deletes
 * everything due; an interrupted run continues after its lease.
 * Outcomes: `deleted N`, with ` bytes-left` if the freed bytes could not be overwritten yet.
 */
async function deleteDueRows({ store, clock, timeZone, log }: CalendarPorts): Promise<typeof UNFINISHED | undefined> {
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

/**
 * Asks officers about each user whose latest letter did not arrive because of the address; the question settles once one
 * does or the user is removed.
 */
export async function tellOfBounces({
  store: { editions, questions },
  clock,
}: Pick<CalendarPorts, 'clock'> & { readonly store: Pick<CalendarPorts['store'], 'editions' | 'questions'> }) {
  const bouncingUsers = (await editions.bouncing()).filter(({ reply }) => !isOurs(reply))
  const open = (await questions.open()).flatMap((question) =>
    question.kind === 'letters-bounce' ? [question.data] : [],
  )
  const now = clock.now()
  for (const { userId } of open)
    if (!bouncingUsers.some((user) => user.userId === userId))
      await questions.withdraw({ kind: 'letters-bounce', subject: userId }, now)
  for (const { userId, name, state, reply, at } of bouncingUsers)
    await questions.ask({ kind: 'letters-bounce', data: { userId, name, state, reply, at } }, now)
}

/** True if the server blamed us or was away: nothing is wrong with the person's address. */
function isOurs(reply: string | null): boolean {
  const cause = readRefusal(reply ?? '')?.cause
  return cause !== undefined && blamed(cause) !== 'address'
}

/** Looks at the goals once a day, and mails those that have changed and stayed so. */
export async function mailGoalChanges({ store, rules, clock, timeZone, webHook, log }: CalendarPorts): Promise<void> {
  const programmeStart = (await store.organisation.get())?.programmeStart
  if (programmeStart === undefined) return
  const people = await store.deadlines.people(timeZone)
  const peopleOf = async (owner: Owner) => people.filter(({ role }) => role === ROLE_OF[owner])
  const { sealed, closing, editions, goalWatches } = store
  const ports = { facts: store.facts(rules), sealed, closing, editions, goalWatches }
  const letters = await mail({ ...ports, peopleOf, clock, timeZone, programmeStart })
  if (letters === 0) return
  log({ event: 'goal-changes-mailed', letters })
  const message = { kind: 'goals', count: 1, due: null, path: '/scorecard' } as const
  const now = clock.now()
  if (webHook) await store.hook.post({ ...message, dedupeKey: `goals:${dateAt(now, timeZone)}` }, now)
}

/** Older reports were announced, or could not be for a month; the page of reports shows them as due. */
const DAYS_BACK = 31

/**
 * Mails the case handlers the morning after reports arrived: one letter, for any number of reports and days.
 * An immediate letter would reveal the time of a report, which is dated to the day. The log has no line about it.
 */
export async function tellOfReports({ store, clock, timeZone }: CalendarPorts): Promise<void> {
  const today = dateAt(clock.now(), timeZone)
  const last = (await store.reports.daysWritten(addDays(today, -DAYS_BACK))).findLast((day) => day < today)
  if (last === undefined) return
  const readers = () => store.usersOf('case-handler')
  const ports = { outbox: store.outbox, readers, clock }
  await mailNotice(ports, last, { kind: 'report-arrived', data: {} })
}

/** Gives new entries of the audit log their place in the chain. Several schedulers may do it at once. */
async function chainAuditLog({ store, clock }: CalendarPorts): Promise<void> {
  await store.auditLog.chainNew(clock.now())
}

/** Verifies the chain once a day; the result is shown with the log. */
async function verifyAuditLog({ store, clock, log }: CalendarPorts): Promise<void> {
  const { entries, faults } = await store.auditLog.verify(clock.now())
  const [fault] = faults
  if (fault) log({ level: 'error', event: 'audit-log-altered', entries, fault })
}

/** Mails the digests whose hour has come, each person one a day. */
export async function mailDigests({ store, clock, timeZone }: CalendarPorts): Promise<void> {
  await mailDeadlines({ ...store, clock, timeZone }, 'digest')
}

/** Mails the duties that a law counts in hours as soon as they begin, and again when they are overdue. */
export async function alertAtOnce({ store, clock, timeZone }: CalendarPorts): Promise<void> {
  await mailDeadlines({ ...store, clock, timeZone }, 'at-once')
}

/**
 * Posts the reminders that are due today. The outbox accepts each letter once, even from two schedulers. The log names
 * the waves without numbers, because a reminder proves that its recipient has not answered.
 */
async function remindTravelers({ store, clock, timeZone, log }: CalendarPorts): Promise<number> {
  const periods = await remindDueWaves({ store: store.survey, clock, timeZone })
  for (const period of periods) log({ event: 'reminders-checked', period })
  return periods.length
}

/** Sends the editions of the summary that are due, or holds them and records why. */
async function mailEditions(ports: CalendarPorts): Promise<number> {
  const start = (await ports.store.organisation.get())?.programmeStart
  if (start === undefined) return 0
  const editionsNow = await reviewEditions(editionPorts(ports), start)
  for (const reviewed of editionsNow) ports.log({ event: 'edition', ...reviewed })
  return editionsNow.length
}

/** Certifies unlinked waves, and returns their number. Outcomes of a run: `anonymous` or `not-anonymous`. */
export async function certifyUnlinking({ store, clock, timeZone, log }: CalendarPorts): Promise<number> {
  const waves = await certify({ ...store, readers: store.officers, clock, timeZone })
  for (const wave of waves) log({ event: 'unlinking-certified', ...wave })
  return waves.length
}

/** Makes a PDF, so that a broken installation is known before a summary needs one. Returns the number of PDFs. */
async function provePdf({ provePdf: prove }: CalendarPorts): Promise<number> {
  await prove?.()
  return prove ? 1 : 0
}

/** Counts open waves once an hour, on the hour. A late run leaves it to the next hour. */
async function countWaves({ store, clock, timeZone }: CalendarPorts): Promise<number> {
  return (await countOpenWaves({ store: store.survey, clock, timeZone })).length
}

interface Dated {
  readonly job: string
  /** Runs while sample data is loaded, because it neither reads records nor writes any. */
  readonly besideSample?: boolean
  /** Second, minute, hour, day of the month, month, day of the week, in the organization's time zone. */
  readonly schedule: string
}

/** Runs once for each period, also after downtime; `run` returns the outcome to store. */
export interface PeriodicEntry extends Dated {
  readonly period: (at: Instant, timeZone: string) => PeriodKey
  readonly run: (ports: CalendarPorts, run: DueRun) => Promise<string>
}

/**
 * Checks whether something is due; repeating a check is harmless, so missed ones are not caught up. One that throws or
 * returns UNFINISHED is repeated at the next run. A number says how much was done; a check returns none where it would tell of
 * whistleblowers' reports or of who has answered.
 */
export interface CheckEntry extends Dated {
  readonly period: null
  readonly run: (ports: CalendarPorts) => Promise<unknown>
}

export type CalendarEntry = PeriodicEntry | CheckEntry

const month = (at: Instant, timeZone: string): PeriodKey => periodKey(periodOf('month', dateAt(at, timeZone)))

export const calendar: readonly CalendarEntry[] = [
  { job: 'close-waves', schedule: '0 * * * * *', period: null, run: closeDueWaves },
  { job: 'certify-unlinking', schedule: '30 * * * * *', period: null, run: certifyUnlinking },
  // The program decides the day: the first working day of January and July by default, by the holidays of the year.
  { job: 'open-waves', schedule: '0 * * * * *', period: null, run: openDueWaves },
  {
    job: 'end-approvals',
    schedule: '50 * * * * *',
    period: null,
    run: ({ store, clock }) => store.approvals.expire(clock.now()),
    besideSample: true,
  },
  // Counted back from the day that the program decides.
  { job: 'test-mail-server', schedule: '45 * * * * *', period: null, run: testMailBeforeOpening },
  // Bounces also arrive by the webhook, which does not notify the scheduler.
  { job: 'watch-letters', schedule: '15 * * * * *', period: null, run: (ports) => pauseFailingWaves(ports) },
  // An open wave is counted only at these times, for its published figures.
  { job: 'count-open-waves', schedule: '0 0 * * * *', period: null, run: countWaves },
  { job: 'remind-travelers', schedule: '0 0 10 * * *', period: null, run: remindTravelers },
  { job: 'delete-what-is-due', schedule: '0 0 3 * * *', period: null, run: deleteDueRows },
  // Acts do not wait for their place in the chain.
  { job: 'chain-audit-log', schedule: '5 * * * * *', period: null, run: chainAuditLog, besideSample: true },
  { job: 'verify-audit-log', schedule: '0 0 6 * * *', period: null, run: verifyAuditLog, besideSample: true },
  { job: 'prove-pdf', schedule: '0 0 4 * * *', period: null, run: provePdf, besideSample: true },
  { job: 'check-policy-pages', schedule: '0 0 5 * * *', period: null, run: planPageChecks },
  { job: 'tell-of-requests', schedule: '0 0 8 * * *', period: null, run: tellOfRequests },
  { job: 'tell-of-reports', schedule: '0 0 8 * * *', period: null, run: tellOfReports },
  // Each person chose the hour of the digest.
  { job: 'mail-digests', schedule: '0 0 * * * *', period: null, run: mailDigests },
  // Deadlines in hours cannot wait for the digest.
  { job: 'alert-at-once', schedule: '20 * * * * *', period: null, run: alertAtOnce },
  // Counts days, so it looks once a day.
  { job: 'mail-goal-changes', schedule: '0 30 7 * * *', period: null, run: mailGoalChanges },
  { job: 'remind-owners', schedule: '0 0 9 5 * *', period: month, run: remindOwners },
  { job: 'tell-of-bounces', schedule: '0 5 * * * *', period: null, run: tellOfBounces, besideSample: true },
  // By day, because people read it.
  { job: 'executive-summary', schedule: '0 0 8-20 * * *', period: null, run: mailEditions },
]

/** Result of a calendar check that must be repeated at the next run. */
export const UNFINISHED = 'unfinished'
