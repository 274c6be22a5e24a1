import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'
import type { RebuiltTallies } from './tally.ts'

/** Recounts a wave from its answers. Fails before the wave is unlinked, because it has no tallies until then. */
export async function rebuildTallies(
  ports: Pick<SurveyPorts, 'store'>,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<RebuiltTallies, { readonly code: 'no-wave' | 'wave-open' }>> {
  const wave = await ports.store.wave(period)
  if (!wave) return fail('no-wave')
  return wave.status === 'unlinked' ? ok(await ports.store.rebuildTallies(wave.id)) : fail('wave-open')
}
