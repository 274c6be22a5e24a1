import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { SurveyPorts } from '../ports.ts'
import type { MentionedImprovement } from './improvement.ts'

/** More would turn an invitation into a report. */
const MOST_MENTIONED = 3

/**
 * The improvements that the invitation to the wave for `period` mentions: at most three, those chosen first after the
 * previous wave. Skipped half-years are passed over; the feedback shown is that of the last wave held.
 */
export async function listImprovements(
  { store }: Pick<SurveyPorts, 'store'>,
  { period }: { readonly period: PeriodKey },
): Promise<readonly MentionedImprovement[]> {
  const earlierPeriods = (await store.waves())
    .map((wave) => wave.period)
    .filter((earlierPeriod) => earlierPeriod < period)
  const last = earlierPeriods.toSorted().at(-1)
  return last === undefined ? [] : (await store.improvements(last)).slice(0, MOST_MENTIONED)
}
