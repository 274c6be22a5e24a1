import { addDays, type CalendarDate, dateAt, momentOn } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { type MailServerTest, occasionKey, testBeforeOpening } from '@wayproof/letters/outbox/test-mail-server'
import { type MailTestFailure, subjectOf } from '@wayproof/letters/questions/officer-question'
import { readProgramme } from '@wayproof/survey/programme/read-programme'
import { folderInEffect } from '@wayproof/survey/travelers/mail-route'
import type { CalendarPorts } from '../scheduler-ports.ts'

const JOB = 'test-mail-server'
const LEASE_MS = 10 * 60_000
const LATE_AFTER_MS = 5 * 60_000

/**
 * Mails every officer a test letter 7 days and 1 day before the planned opening, and asks them if no mail server
 * accepts it.
 * The question settles once a server accepts a test letter, or nothing is planned for that day any more.
 */
export async function testMailBeforeOpening(ports: CalendarPorts): Promise<void> {
  const { store, clock, timeZone } = ports
  const { next } = await readProgramme({ store: store.survey, clock, timeZone })
  const test = next && dueMailTest(next, clock.now(), timeZone)
  if (test) await sendOnce(ports, test)
  await tellOfficers(ports, test, test ? await verdictOf(ports, test) : null)
}

async function sendOnce({ store, clock, log }: CalendarPorts, test: MailTest): Promise<void> {
  const { period, opensOn, daysBefore, occasion, at } = test
  if ((await store.jobRuns.outcomeOf(JOB, occasion)) !== null) return
  const now = clock.now()
  const isLate = now - at > LATE_AFTER_MS
  const run = await store.jobRuns.claimRun(JOB, occasion, at, now, now + LEASE_MS, isLate)
  if (!run) return
  const posting = { outbox: store.outbox, officers: store.officers, clock }
  const letters = await testBeforeOpening(posting, { occasion, opening: { period, on: opensOn } })
  await store.jobRuns.finishRun(run, `posted ${letters}`, clock.now())
  log({ event: 'mail-server-test', period, daysBefore, letters, late: isLate })
}

async function verdictOf({ store, clock }: CalendarPorts, { occasion }: MailTest): Promise<MailTestVerdict> {
  // Another scheduler may be sending it now.
  if ((await store.jobRuns.outcomeOf(JOB, occasion)) === null) return { kind: 'undecided' }
  const [tests, route] = await Promise.all([store.mailTests.since(occasionKey(occasion)), store.survey.mailRoute()])
  return mailTestVerdict(tests, { isFolderChosen: folderInEffect(route) !== null, now: clock.now() })
}

/** Settles questions that no longer apply and asks the one that does. */
async function tellOfficers(
  { store, clock }: CalendarPorts,
  test: MailTest | null,
  verdict: MailTestVerdict | null,
): Promise<void> {
  const now = clock.now()
  for (const question of await store.questions.open()) {
    if (question.kind !== 'mail-test-failed') continue
    const { period, opensOn, daysBefore } = question.data
    const isOfOpening = test?.period === period && test.opensOn === opensOn
    const shouldStay = verdict?.kind === 'undecided' || (verdict?.kind === 'failed' && test?.daysBefore === daysBefore)
    if (!isOfOpening || !shouldStay)
      await store.questions.withdraw({ kind: question.kind, subject: subjectOf(question) }, now)
  }
  if (!test || verdict?.kind !== 'failed') return
  const { period, opensOn, daysBefore } = test
  const data = { period, opensOn, daysBefore, why: verdict.why, reply: verdict.reply }
  await store.questions.ask({ kind: 'mail-test-failed', data }, now)
}

type MailTestVerdict =
  | { readonly kind: 'passed' | 'undecided' }
  | { readonly kind: 'failed'; readonly why: MailTestFailure; readonly reply: string | null }

/** A mail server that has not accepted a letter for this time is reported. */
const PATIENCE_MS = 30 * 60_000

/**
 * Result of the tests since one: one accepted letter proves the server, and a folder suffices if an officer has chosen
 * it. A refused letter is no verdict while another waits.
 */
function mailTestVerdict(
  tests: readonly MailServerTest[],
  { isFolderChosen, now }: { readonly isFolderChosen: boolean; readonly now: Instant },
): MailTestVerdict {
  const inState = (state: MailServerTest['state']) => tests.filter((test) => test.state === state)
  const [queuedTests, failedTests, writtenTests] = [inState('queued'), inState('failed'), inState('written')]
  if (tests.some(({ accepted }) => accepted) || (writtenTests.length > 0 && isFolderChosen)) return { kind: 'passed' }
  if (queuedTests.some(({ at }) => now - at < PATIENCE_MS)) return { kind: 'undecided' }
  const failed = (why: MailTestFailure, [first]: readonly MailServerTest[] = []) =>
    ({ kind: 'failed', why, reply: first?.reply ?? null }) as const
  if (writtenTests.length > 0) return failed('folder')
  if (failedTests.length > 0) return failed('refused', failedTests)
  return queuedTests.length > 0 ? failed('waiting', queuedTests) : failed('no-officer')
}

/** Days before an opening on which a test letter is due. */
const DAYS_BEFORE = [1, 7]
const HOUR = 9

interface MailTest {
  readonly period: PeriodKey
  readonly opensOn: CalendarDate
  readonly daysBefore: number
  readonly at: Instant
  /** One for each planned day: if the opening moves, its tests start again. */
  readonly occasion: string
}

/**
 * The due test of a planned opening; the latest if several are due, so that a late plan or a restart after downtime
 * catches up at once. Null if none is due.
 */
function dueMailTest(
  opening: { readonly period: PeriodKey; readonly at: Instant },
  now: Instant,
  timeZone: string,
): MailTest | null {
  const { period } = opening
  const opensOn = dateAt(opening.at, timeZone)
  for (const daysBefore of DAYS_BEFORE) {
    const at = momentOn(addDays(opensOn, -daysBefore), HOUR, timeZone)
    if (at <= now && now < opening.at)
      return { period, opensOn, daysBefore, at, occasion: `${period}:${opensOn}:${daysBefore}` }
  }
  return null
}
