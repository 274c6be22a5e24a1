import type { LetterKind } from '@wayproof/journal/outbox/letter-kind'
import { addDays, dateAt, momentOn } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Letter } from '@wayproof/letters/letter/letter'
import type { Store } from '@wayproof/operations/store/open-store'
import type { EditionKind } from '@wayproof/scorecard/editions/edition'
import type { NotOpened } from '@wayproof/survey/opening/opening-question'
import { runCalendar } from '../calendar/run-calendar.ts'
import type { CalendarPorts } from '../scheduler-ports.ts'

/** Letters of a kind that leave at one time. */
export interface PlayedLetters {
  readonly at: Instant
  readonly kind: LetterKind
  /** The half-year that they are about; null if they name none. */
  readonly period: PeriodKey | null
  readonly count: number
}

/** Work that waits past its time until a person decides. */
export type PlayedHold =
  | {
      readonly at: Instant
      readonly what: 'edition'
      readonly kind: EditionKind
      readonly period: PeriodKey
      readonly why: 'held' | 'awaiting-approval'
    }
  | { readonly at: Instant; readonly what: 'opening'; readonly period: PeriodKey; readonly why: NotOpened }
  | { readonly at: Instant; readonly what: 'job'; readonly job: string; readonly why: string }

export interface Played {
  readonly letters: readonly PlayedLetters[]
  readonly held: readonly PlayedHold[]
}

export type PlayPorts = Omit<CalendarPorts, 'store' | 'clock' | 'log'> & { readonly store: Store }

/** A clock that moves only forward, from run to run. */
export interface PlayedClock extends Clock {
  moveTo(at: Instant): void
}

export function playedClock(start: Instant): PlayedClock {
  let now = start
  return {
    now: () => now,
    moveTo: (at) => {
      now = Math.max(now, at)
    },
  }
}

/**
 * Hours with something on the calendar while a wave is open: it closes at midnight, and its reminders leave at 10. Digests
 * of other hours come with the next of these.
 */
const WITH_WAVE = [0, 8, 9, 10, 20]
const WITHOUT_WAVE = [8, 9]
const MINUTE = 60_000
const CLAIMED = 500
/** The outcome of an opening about which the officers were asked begins so. */
const ASKED = 'asked '
const REPLY = '250 rehearsal'
/** On a server, letters of a wave leave only while a survey app with its key runs. */
const SURVEY_APP = 'rehearsal'

/**
 * Runs the calendar of `store`, a copy, from `clock` through the day `until`, and takes every letter that becomes due like
 * a mail server that accepts all. People do nothing. `each` is called after each run, for acts of people.
 */
export async function playAhead(
  ports: PlayPorts,
  clock: PlayedClock,
  until: string,
  each: (at: Instant, letters: readonly Letter[]) => Promise<void> = async () => {},
): Promise<Played> {
  const { timeZone, store } = ports
  const letters: PlayedLetters[] = []
  const held: PlayedHold[] = []
  const log = (entry: Readonly<Record<string, unknown>>) => {
    const hold = holdOf(clock.now(), entry)
    if (hold) held.push(hold)
  }
  const clockGuard = { check: async () => true, isTrusted: () => true, clock }
  for (let day = dateAt(clock.now(), timeZone); day <= until; day = addDays(day, 1)) {
    const isOpen = (await store.survey.waves()).some(({ status }) => status !== 'unlinked')
    for (const hour of isOpen ? WITH_WAVE : WITHOUT_WAVE) {
      const at = momentOn(day, hour, timeZone) + MINUTE
      if (at <= clock.now()) continue
      clock.moveTo(at)
      await runCalendar({ ...ports, clock, clockGuard, log })
      const taken = await takeLetters(store, at)
      letters.push(...groups(at, taken))
      await each(at, taken)
    }
  }
  return { letters, held }
}

async function takeLetters({ outbox, surveyInstances }: Store, now: Instant): Promise<readonly Letter[]> {
  const taken: Letter[] = []
  await surveyInstances?.report(SURVEY_APP)
  for (;;) {
    const claimed = await outbox.claim(CLAIMED, now, now + MINUTE)
    if (claimed.length === 0) break
    for (const letter of claimed) {
      await outbox.markSent(letter, REPLY, now)
      taken.push(letter.letter)
    }
  }
  await surveyInstances?.leave(SURVEY_APP)
  return taken
}

function groups(at: Instant, letters: readonly Letter[]): readonly PlayedLetters[] {
  const periodOf = ({ data }: Letter) => ('period' in data ? data.period : null)
  const grouped = Map.groupBy(letters, (letter) => `${letter.kind} ${periodOf(letter)}`)
  return [...grouped.values()].map((group) => {
    const [first] = group
    return { at, kind: first!.kind, period: periodOf(first!), count: group.length }
  })
}

/** Reads a line of the log. */
function holdOf(at: Instant, entry: Readonly<Record<string, unknown>>): PlayedHold | null {
  const { event, outcome, period, kind } = entry as {
    readonly event: string
    readonly outcome: string
    readonly period: PeriodKey
    readonly kind: EditionKind
  }
  if (event === 'job-failed') return { at, what: 'job', job: String(entry.job), why: String(entry.error) }
  if (event === 'wave-opening' && outcome.startsWith(ASKED))
    return { at, what: 'opening', period, why: outcome.slice(ASKED.length) as NotOpened }
  if (event === 'edition' && (outcome === 'held' || outcome === 'awaiting-approval'))
    return { at, what: 'edition', kind, period, why: outcome }
  return null
}
