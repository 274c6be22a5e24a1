import { fail, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'
import { reminderMoments } from './reminder.ts'
import type { Wave } from './wave.ts'

/**
 * Ends a wave whose time is over and cuts every tie between answers and people. Stopped anywhere, it goes on where it was
 * when it is called again, which the scheduler does. A closed and unlinked wave stays as it is.
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
    // Two officers may have put its end off since it was looked at.
    if ((await store.wave(period))?.status === 'open') return fail('wave-not-due')
  }
  if (wave.status !== 'unlinked') await store.unlinkWave(wave.id, clock.now())
  const closed = await store.wave(period)
  return closed ? ok(closed) : fail('no-wave')
}
