import { type LocalText, type PeriodKey, parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel'
import type { SurveyPorts } from './ports.ts'

/** More would turn an invitation into a report. */
const MOST_TOLD = 3

/** What the invitation to the wave on `period` tells of the one before: the improvements chosen first, at most three. */
export async function listImprovements(
  { store }: Pick<SurveyPorts, 'store'>,
  { period }: { readonly period: PeriodKey },
): Promise<readonly LocalText[]> {
  const asked = parsePeriod(period)
  return asked ? (await store.improvements(periodKey(previousPeriod(asked)))).slice(0, MOST_TOLD) : []
}
