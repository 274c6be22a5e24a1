import { dateAt, hasEnded, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import { type HalfYearFault, halfYearNamed } from '../build-scorecard.ts'
import type { ScorecardPorts } from '../ports.ts'
import { type CaseGroup, caseGroups } from './case-groups.ts'

export interface CaseBreakdown {
  readonly period: PeriodKey
  readonly smallestGroup: number
  /** Null during the half-year: the difference of two days would reveal the cases in between. */
  readonly groups: readonly CaseGroup[] | null
}

/**
 * Requests, complaints and inquiries received in an ended half-year, by kind, law and channel. Fault:
 * `not-a-half-year`.
 */
export async function breakDownCases(
  { facts: source, clock, timeZone }: Pick<ScorecardPorts, 'facts' | 'clock' | 'timeZone'>,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<CaseBreakdown, HalfYearFault>> {
  const half = halfYearNamed(period)
  if (!half.ok) return half
  const facts = await source.forHalfYear(period)
  const { smallestGroup } = facts.definitions.rules
  if (!hasEnded(half.value, dateAt(clock.now(), timeZone))) return ok({ period, smallestGroup, groups: null })
  return ok({ period, smallestGroup, groups: caseGroups(await facts.cases(half.value), smallestGroup) })
}
