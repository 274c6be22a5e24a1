import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'

/**
 * Answers the question about a wave that did not open: the wave is skipped. An officer can still open it manually
 * later.
 */
export async function leaveOutWave(
  { store, clock }: Pick<SurveyPorts, 'store' | 'clock'>,
  { period, by }: { readonly period: PeriodKey; readonly by: string },
): Promise<Outcome<null, { readonly code: 'not-asked' }>> {
  return (await store.leaveOutOpening(period, by, clock.now())) ? ok(null) : fail('not-asked')
}
