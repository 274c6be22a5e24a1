import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'

export type PauseFault = { readonly code: 'no-wave' | 'wave-closed' | 'already-paused' | 'not-paused' }

interface OfWave {
  readonly period: PeriodKey
}

/** Holds back the letters of an open wave until it is resumed; letters already being sent still go out. */
export async function pauseWave(
  { store, clock }: Pick<SurveyPorts, 'store' | 'clock'>,
  { period }: OfWave,
): Promise<Outcome<null, PauseFault>> {
  const now = clock.now()
  const wave = await store.wave(period)
  if (!wave) return fail('no-wave')
  if (wave.status !== 'open' || now >= wave.closesAt) return fail('wave-closed')
  return (await store.pauseWave(wave.id, { at: now, reason: 'officer' }, null)) ? ok(null) : fail('already-paused')
}

/** Resumes sending the letters of a paused wave. */
export async function resumeWave(
  { store, clock }: Pick<SurveyPorts, 'store' | 'clock'>,
  { period }: OfWave,
): Promise<Outcome<null, PauseFault>> {
  const wave = await store.wave(period)
  if (!wave) return fail('no-wave')
  if (wave.status !== 'open' || clock.now() >= wave.closesAt) return fail('wave-closed')
  return (await store.resumeWave(wave.id)) ? ok(null) : fail('not-paused')
}
