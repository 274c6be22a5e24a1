import { watchLetters } from '@wayproof/survey/waves/watch-letters'
import type { DeliveryLoopPorts } from '../scheduler-ports.ts'

/** Pauses waves with too many invalid addresses or complaints, and logs them. The next run retries a failed pause. */
export async function pauseFailingWaves({
  store,
  clock,
  log,
}: Pick<DeliveryLoopPorts, 'clock' | 'log'> & {
  readonly store: Pick<DeliveryLoopPorts['store'], 'survey'>
}): Promise<number> {
  try {
    const paused = await watchLetters({ store: store.survey, clock })
    for (const { period, reason } of paused) log({ event: 'wave-paused', period, reason })
    return paused.length
  } catch (error) {
    log({ event: 'watch-failed', error: error instanceof Error ? error.message : String(error) })
    return 0
  }
}
