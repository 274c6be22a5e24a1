import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'
import type { UndeliveredLetters } from './undelivered-letter.ts'

/** Up to `limit` undelivered letters of a wave, from `offset` on, to find the cause of a pause. */
export async function listUndelivered(
  { store, clock }: Pick<SurveyPorts, 'store' | 'clock'>,
  { period, ...page }: { readonly period: PeriodKey; readonly offset: number; readonly limit: number },
): Promise<Outcome<UndeliveredLetters, { readonly code: 'no-wave' }>> {
  const wave = await store.wave(period)
  return wave ? ok(await store.undeliveredLetters(wave.id, { ...page, now: clock.now() })) : fail('no-wave')
}
