import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'
import { reminderMoments } from './reminder.ts'
import type { Wave } from './wave.ts'

/**
 * Closes a wave whose closing time has passed and removes every link between answers and people. After an interruption
 * the scheduler calls it again and it continues where it stopped. No effect on a closed and unlinked wave.
 */
export async function closeWave(
  ports: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<Wave, { readonly code: 'no-wave' | 'wave-not-due' }>> {
  const { store, clock } = ports
  const wave = await store.wave(period)
  if (!wave) return fail('no-wave')
  if (wave.status === 'open') {
    const at = clock.now()
    if (at < wave.closesAt) return fail('wave-not-due')
    await store.closeWave(wave.id, at, reminderMoments(wave, { at, timeZone: ports.timeZone, byHand: false }))
    // Two officers may have postponed the close since it was read.
    if ((await store.wave(period))?.status === 'open') return fail('wave-not-due')
  }
  if (wave.status !== 'unlinked') await store.unlinkWave(wave.id, clock.now())
  const closedWave = await store.wave(period)
  return closedWave ? ok(closedWave) : fail('no-wave')
}
