import { fail, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import type { SurveyPorts } from './ports.ts'
import { tripMonths } from './wave-plan.ts'

/** How many a wave would find if it opened now. Fault `period-unknown`. */
export async function previewWave(
  { store }: Pick<SurveyPorts, 'store'>,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<{ readonly eligible: number }, { readonly code: 'period-unknown' }>> {
  const months = tripMonths(period)
  if (months === null) return fail('period-unknown')
  return ok({ eligible: (await store.eligibleTravelers(months)).length })
}
