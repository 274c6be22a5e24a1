import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { SurveyPorts } from '../ports.ts'
import { type PauseReason, pauseReasonOf } from './wave-pause.ts'

export interface PausedByItself {
  readonly period: PeriodKey
  readonly reason: PauseReason
}

/**
 * Pauses the waves with too many invalid addresses or complaints and notifies the officers by email. Returns the newly paused waves.
 * Letters that wait for a mail server are sent later and pause nothing.
 */
export async function watchLetters({
  store,
  clock,
}: Pick<SurveyPorts, 'store' | 'clock'>): Promise<readonly PausedByItself[]> {
  const at = clock.now()
  const paused: PausedByItself[] = []
  for (const health of await store.letterHealth()) {
    const reason = pauseReasonOf(health)
    if (reason === null || !(await store.pauseWave(health.waveId, { at, reason }, health))) continue
    paused.push({ period: health.period, reason })
  }
  return paused
}
