import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ScorecardPorts } from '../ports.ts'
import { type AnsweredQuestion, answeredQuestions } from './answered-questions.ts'
import { type BreakdownFault, breakDownEveryItem } from './break-down-satisfaction.ts'

/** Answers of everybody to the questions of a half-year's wave that are not ratings. Faults: `not-a-half-year`. */
export async function readAnsweredQuestions(
  ports: Pick<ScorecardPorts, 'facts'>,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<readonly AnsweredQuestion[], BreakdownFault>> {
  const breakdowns = await breakDownEveryItem(ports, { period })
  return breakdowns.ok ? ok(answeredQuestions(breakdowns.value)) : breakdowns
}
