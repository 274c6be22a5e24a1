import { fail, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import type { SurveyPorts } from './ports.ts'
import type { RebuiltTallies } from './tally.ts'

/** Recounts a wave from its answers. Refused while it is open: no one sees item results before close. */
export async function rebuildTallies(
  ports: Pick<SurveyPorts, 'store'>,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<RebuiltTallies, { readonly code: 'no-wave' | 'wave-open' }>> {
  const wave = await ports.store.wave(period)
  if (!wave) return fail('no-wave')
  return wave.status === 'open' ? fail('wave-open') : ok(await ports.store.rebuildTallies(wave.id))
}
