import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { type HalfYearFault, halfYearNamed } from '../build-scorecard.ts'
import type { ScorecardPorts } from '../ports.ts'
import { areCasesPublished, caseStep } from './case-gate.ts'
import { type CaseGroup, caseGroups } from './case-groups.ts'

export interface CaseBreakdown {
  readonly period: PeriodKey
  /** Fewest cases of a listed group, and the step of its number. */
  readonly step: number
  /** Null during the half-year. */
  readonly groups: readonly CaseGroup[] | null
}

/**
 * Requests, complaints and inquiries received in an ended half-year, by kind, by law and by channel. Fault:
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
  const step = caseStep(smallestGroup)
  if (!areCasesPublished(half.value, dateAt(clock.now(), timeZone))) return ok({ period, step, groups: null })
  return ok({ period, step, groups: caseGroups(await facts.cases(half.value), smallestGroup) })
}
