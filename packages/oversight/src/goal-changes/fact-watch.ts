import { type CalendarDate, daysBetween, earlier } from '@wayproof/kernel/calendar/calendar-date'
import { type FactLook, type FactState, FIRST_STATES, isBad, type WatchedFact } from './goal-fact.ts'

/** Days for which a state must last before it is mailed, so that a row corrected at once mails nothing. */
export const LASTING_DAYS = 2

/** A state that was seen, and has not lasted long enough yet. */
export interface Candidate {
  readonly state: FactState
  /** The first of the days on which it was seen at every look. */
  readonly since: CalendarDate
}

/** The state of a fact that lasted, and the one that may replace it. */
export interface FactWatch extends WatchedFact {
  readonly confirmed: FactState
  readonly candidate: Candidate | null
}

/** A state that lasted and differs from the confirmed one. */
export interface FactChange extends WatchedFact {
  readonly from: FactState
  readonly to: FactState
  readonly since: CalendarDate
}

/**
 * Begins to watch a fact. `before`: the confirmed state of the period before, null at the first look of an installation.
 * The first state is no change, except bad news that the period before did not have.
 */
export function beginWatch(
  { goal, judged, fact, state }: FactLook,
  before: FactState | null,
  today: CalendarDate,
): FactWatch {
  const first = FIRST_STATES[fact]
  const isNews = state !== null && isBad(state) && before !== null && state !== before
  return isNews
    ? { goal, judged, fact, confirmed: first, candidate: { state, since: today } }
    : { goal, judged, fact, confirmed: state ?? first, candidate: null }
}

/** Continues to watch a fact. If the clock was set back, the days of a candidate are counted from the earlier day. */
export function continueWatch(watch: FactWatch, state: FactState | null, today: CalendarDate): FactWatch {
  if (state === null || state === watch.confirmed) return { ...watch, candidate: null }
  const since = watch.candidate?.state === state ? earlier(watch.candidate.since, today) : today
  return { ...watch, candidate: { state, since } }
}

/** The change that a watch shows today, or null while its state has not lasted long enough. */
export function lastingChange({ confirmed, candidate, ...fact }: FactWatch, today: CalendarDate): FactChange | null {
  if (candidate === null || daysBetween(candidate.since, today) < LASTING_DAYS) return null
  return { ...fact, from: confirmed, to: candidate.state, since: candidate.since }
}

/** The watch after its change was mailed. */
export const confirmChange = ({ goal, judged, fact, to }: FactChange): FactWatch => ({
  ...{ goal, judged, fact },
  confirmed: to,
  candidate: null,
})

export const isSameWatch = (one: FactWatch, other: FactWatch): boolean =>
  one.confirmed === other.confirmed &&
  one.candidate?.state === other.candidate?.state &&
  one.candidate?.since === other.candidate?.since
