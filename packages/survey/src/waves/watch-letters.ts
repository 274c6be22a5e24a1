import type { PeriodKey } from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'
import { MOST_ERRORS_IN_A_ROW, type PauseReason, refusesTooMany } from './wave-pause.ts'

export interface PausedByItself {
  readonly period: PeriodKey
  readonly reason: PauseReason
}

/**
 * Pauses the waves with too many delivery failures and notifies the officers by email. Returns the newly paused waves.
 */
export async function watchLetters(
  { store, clock }: Pick<SurveyPorts, 'store' | 'clock'>,
  { errorsInARow }: { readonly errorsInARow: number },
): Promise<readonly PausedByItself[]> {
  const at = clock.now()
  const paused: PausedByItself[] = []
  for (const health of await store.letterHealth()) {
    const reason = refusesTooMany(health)
      ? 'hard-bounces'
      : errorsInARow >= MOST_ERRORS_IN_A_ROW
        ? 'repeated-errors'
        : null
    if (reason === null || !(await store.pauseWave(health.waveId, { at, reason }, health))) continue
    paused.push({ period: health.period, reason })
  }
  return paused
}
