import { fail, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'
import type { UndeliveredLetters } from './undelivered-letter.ts'

/** The letters of a wave that did not arrive, `limit` of them from `offset` on: what a pause asks to find the cause of. */
export async function listUndelivered(
  { store }: Pick<SurveyPorts, 'store'>,
  { period, ...some }: { readonly period: PeriodKey; readonly offset: number; readonly limit: number },
): Promise<Outcome<UndeliveredLetters, { readonly code: 'no-wave' }>> {
  const wave = await store.wave(period)
  return wave ? ok(await store.undeliveredLetters(wave.id, some)) : fail('no-wave')
}
