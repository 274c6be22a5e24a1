import type { HoldReport } from '@wayproof/letters/delivery/delivery-holds'
import type { DeliveryLoopPorts } from '../scheduler-ports.ts'

/** Holds are recorded when they change, and this often, so that officers are asked in time. */
const RECORD_EVERY_MS = 60_000

/** Records what is held, for the dashboard. It is called several times a second, and mostly does nothing. */
export function holdRecorder({
  store: { services },
  clock,
}: Pick<DeliveryLoopPorts, 'store' | 'clock'>): (report: HoldReport) => Promise<void> {
  let last: { readonly at: number; readonly holds: string; readonly isAnyStored: boolean } | null = null
  return async ({ holds, accepted }) => {
    const at = clock.now()
    const isRecent = last !== null && at >= last.at && at - last.at < RECORD_EVERY_MS
    const isSame = last?.holds === JSON.stringify(holds) && !(last.isAnyStored && accepted.size > 0)
    if (isRecent && isSame) return
    const isAnyStored = await services.recordHolds(holds, accepted, at)
    last = { at, holds: JSON.stringify(holds), isAnyStored }
  }
}
