import { fail, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import type { SurveyPorts } from './ports.ts'

export type RemindFault = { readonly code: 'no-wave' | 'wave-closed' | 'already-reminded' }

/** Posts the one reminder of a wave to all who have not answered and may still be written to. */
export async function remindWave(
  ports: Pick<SurveyPorts, 'store' | 'clock'>,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<{ readonly posted: number }, RemindFault>> {
  const now = ports.clock.now()
  const wave = await ports.store.wave(period)
  if (!wave) return fail('no-wave')
  if (wave.status !== 'open' || now >= wave.closesAt) return fail('wave-closed')
  if (wave.remindedAt !== null) return fail('already-reminded')
  const posted = await ports.store.remindWave(wave.id, now)
  return posted === null ? fail('already-reminded') : ok({ posted })
}
