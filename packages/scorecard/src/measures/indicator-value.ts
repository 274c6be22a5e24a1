import { type CalendarDate, ratio, type Share } from '@wayproof/kernel'
import { type PeopleBand, peopleBand } from '../breakdown/people-band.ts'
import { isSmall } from '../breakdown/suppression.ts'
import type { Weighable } from '../facts.ts'
import { type ShownShare, shownPeople, shownShare } from '../gate/shown-share.ts'
import { estimateSatisfaction } from '../satisfaction/satisfaction-estimate.ts'
import type { Interval } from '../verdict.ts'

/** Why a figure cannot be known: it is never shown as 0 or 100 % then. */
export type MissingEvidence =
  /** The product keeps no such register. */
  | 'no-register'
  /** The register has no row. */
  | 'nothing-registered'
  /** Nothing in the register belongs into the period. */
  | 'nothing-in-period'
  | 'no-bookings'
  | 'no-wave'
  /** Nobody sees a result before the wave closes. */
  | 'wave-open'
  | 'not-asked'
  /** No wave before asked the same question. */
  | 'no-wave-before'
  /** Nobody reads the reports of whistle-blowers yet. */
  | 'no-handler'

export type IndicatorValue =
  | { readonly kind: 'share'; readonly share: Share }
  /** A share of people weighted to all eligible customers (0-1), with its interval and what was counted. */
  | { readonly kind: 'weighted'; readonly value: number; readonly interval: Interval; readonly counted: Share }
  | ({ readonly kind: 'band' } & PeopleBand)
  /** Cases per 100,000 of a base. */
  | { readonly kind: 'rate'; readonly cases: number; readonly base: number }
  | { readonly kind: 'count'; readonly count: number }
  /** Calendar days, over so many cases. */
  | { readonly kind: 'days'; readonly median: number; readonly ninetieth: number; readonly cases: number }
  | { readonly kind: 'last-on'; readonly on: CalendarDate; readonly inTime: boolean }
  /** A share of a shown number of people, as coarse as that number carries. */
  | { readonly kind: 'coarse'; readonly share: ShownShare; readonly people: number }
  | PeopleShown
  | SignalJump
  /** Not told: with it the answers of a small group would follow. */
  | { readonly kind: 'withheld' }
  /** It cannot come about by the rules of the house: neither unknown nor zero. */
  | { readonly kind: 'ruled-out' }
  | { readonly kind: 'unknown'; readonly missing: MissingEvidence }
  /** Fewer people stand behind it than may be shown. */
  | { readonly kind: 'suppressed'; readonly fewerThan: number }

/** Whether the leak signal rose since the wave before by more than chance, and what both waves show of it. */
export interface SignalJump {
  readonly kind: 'jump'
  /** It rose by more than chance: whether something leaked is to be looked into. */
  readonly triageWanted: boolean
  readonly before: IndicatorValue
  readonly now: IndicatorValue
}

/** People rounded down to whole groups. */
export interface PeopleShown {
  readonly kind: 'people'
  readonly atLeast: number
  readonly fewerThan: number
  /** In the period before there were at least so many, and now there are few; else null. */
  readonly before: number | null
}

export const unknown = (missing: MissingEvidence): IndicatorValue => ({ kind: 'unknown', missing })

export const suppressed = (k: number): IndicatorValue => ({ kind: 'suppressed', fewerThan: k })

/** A share of things; an empty base is unknown. */
export const shareOf = (
  numerator: number,
  denominator: number,
  missing: MissingEvidence = 'nothing-in-period',
): IndicatorValue => (denominator === 0 ? unknown(missing) : { kind: 'share', share: { numerator, denominator } })

/** A share of people: hidden while fewer than `k` stand behind it, a band where few all say the same. */
export function shareOfPeople(
  numerator: number,
  denominator: number,
  k: number,
  missing?: MissingEvidence,
): IndicatorValue {
  if (isSmall(denominator, k)) return suppressed(k)
  const band = peopleBand({ numerator, denominator })
  return band ? { kind: 'band', ...band } : shareOf(numerator, denominator, missing)
}

/** The share of 4 and 5, weighted where the customers' margins are known and move it; the count stays beside it. */
export function weightedShareOfPeople(item: Weighable, k: number, missing?: MissingEvidence): IndicatorValue {
  const { raw, value, interval } = estimateSatisfaction(item)
  const counted = shareOfPeople(raw.numerator, raw.denominator, k, missing)
  const moved = value !== null && interval !== null && value !== ratio(raw)
  if (counted.kind !== 'share' || !moved) return counted
  return { kind: 'weighted', value, interval, counted: raw }
}

/** A share of people who come one by one: as coarse as the gate shows shares of groups, so that no day gives the next one away. */
export function coarseShareOfPeople(numerator: number, denominator: number, k: number): IndicatorValue {
  if (denominator === 0) return unknown('nothing-in-period')
  if (isSmall(denominator, k)) return suppressed(k)
  const people = shownPeople(denominator, k)
  return { kind: 'coarse', share: shownShare(numerator, denominator, people), people }
}

/** So many people, or fewer than `k`: none and one look the same. */
export function peopleShown(people: number, k: number, before: number | null): PeopleShown {
  const atLeast = shownPeople(people, k)
  const shownBefore = before === null ? 0 : shownPeople(before, k)
  return { kind: 'people', atLeast, fewerThan: k, before: atLeast === 0 && shownBefore > 0 ? shownBefore : null }
}
