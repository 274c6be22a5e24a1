import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { ratio, type Share } from '@wayproof/kernel/share'
import { type PeopleBand, peopleBand } from '@wayproof/survey/disclosure/people-band'
import type { ShownShare } from '@wayproof/survey/disclosure/shown-share'
import { isSmall } from '@wayproof/survey/disclosure/suppression'
import type { Weighable } from '../facts.ts'
import { estimateSatisfaction } from '../satisfaction/satisfaction-estimate.ts'
import type { Interval } from '../verdict.ts'

/** Reasons why a figure is unknown; it is then never shown as 0 or 100 %. */
export type MissingEvidence =
  /** The product has no such register. */
  | 'no-register'
  /** The register is empty. */
  | 'nothing-registered'
  /** The latest entry in its registers is too old. */
  | 'outdated'
  /** No scan was of every system. */
  | 'no-full-scan'
  /** The register has no entry for the period. */
  | 'nothing-in-period'
  | 'no-bookings'
  /** A rate per booking needs the bookings of every month. */
  | 'months-unbooked'
  | 'no-wave'
  /** Results are not shown before the wave closes. */
  | 'wave-open'
  | 'not-asked'
  /** The scale of the question does not say which points count as satisfied. */
  | 'no-satisfied-points'
  /** No earlier wave asked the same question. */
  | 'no-wave-before'
  /** No case handler reads whistleblower reports yet. */
  | 'no-handler'
  /** Requests and complaints are published when the half-year has ended. */
  | 'half-year-running'
  /** Reports are published for the whole year, with its second half-year. */
  | 'with-the-year'

export type IndicatorValue =
  | { readonly kind: 'share'; readonly share: Share }
  /** A share of people weighted to all eligible customers (0-1), with its interval and the counts. */
  | { readonly kind: 'weighted'; readonly value: number; readonly interval: Interval; readonly counted: Share }
  | ({ readonly kind: 'band' } & PeopleBand)
  /** From `cases` to `most` cases per 100,000 of a base. */
  | { readonly kind: 'rate'; readonly cases: number; readonly most: number; readonly base: number }
  | { readonly kind: 'count'; readonly count: number }
  /** Calendar days, over a number of cases. */
  | { readonly kind: 'days'; readonly median: number; readonly ninetieth: number; readonly cases: number }
  | { readonly kind: 'last-on'; readonly on: CalendarDate; readonly inTime: boolean }
  /** A share of a shown number of people, as coarse as that number allows. */
  | { readonly kind: 'coarse'; readonly share: ShownShare; readonly people: number }
  | PublishedPeople
  | SignalJump
  /** Not published, because it would reveal the answers of a small group. */
  | { readonly kind: 'withheld' }
  /** Impossible by the product's rules, so neither unknown nor zero. */
  | { readonly kind: 'ruled-out' }
  | { readonly kind: 'unknown'; readonly missing: MissingEvidence; readonly months?: readonly PeriodKey[] }
  /** Suppressed: fewer people are behind it than may be shown. */
  | { readonly kind: 'suppressed'; readonly fewerThan: number }

/** Significance of a rise of the leak signal since the previous wave, with the published figures of both waves. */
export interface SignalJump {
  readonly kind: 'jump'
  /** True for a significant rise: a possible leak must be investigated. */
  readonly triageWanted: boolean
  readonly before: IndicatorValue
  readonly now: IndicatorValue
}

/** People rounded down to a multiple of `fewerThan`; 0 means fewer than that. */
export interface PublishedPeople {
  readonly kind: 'people'
  readonly atLeast: number
  readonly fewerThan: number
}

export const unknown = (missingEvidence: MissingEvidence) =>
  ({ kind: 'unknown', missing: missingEvidence }) as const satisfies IndicatorValue

export const suppressed = (k: number): IndicatorValue => ({ kind: 'suppressed', fewerThan: k })

/** A share of things; an empty base is unknown. */
export const shareOf = (
  numerator: number,
  denominator: number,
  missingEvidence: MissingEvidence = 'nothing-in-period',
): IndicatorValue =>
  denominator === 0 ? unknown(missingEvidence) : { kind: 'share', share: { numerator, denominator } }

/** A share of people: suppressed below `k` people, a band for a small group that nearly agrees. */
export function shareOfPeople(
  numerator: number,
  denominator: number,
  k: number,
  missingEvidence?: MissingEvidence,
): IndicatorValue {
  if (isSmall(denominator, k)) return suppressed(k)
  const band = peopleBand({ numerator, denominator })
  return band ? { kind: 'band', ...band } : shareOf(numerator, denominator, missingEvidence)
}

/** Share of ratings at the satisfied points, weighted if the customers' margins are known and change it, with the count. */
export function weightedShareOfPeople(item: Weighable, k: number, missingEvidence?: MissingEvidence): IndicatorValue {
  const { raw, value, interval } = estimateSatisfaction(item)
  const indicatorValue = shareOfPeople(raw.numerator, raw.denominator, k, missingEvidence)
  const isMoved = value !== null && interval !== null && value !== ratio(raw)
  if (indicatorValue.kind !== 'share' || !isMoved) return indicatorValue
  return { kind: 'weighted', value, interval, counted: raw }
}
