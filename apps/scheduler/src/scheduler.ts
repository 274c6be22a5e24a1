import { deliveryLane, untilAborted } from './delivery-lane.ts'
import { runCalendar } from './run-calendar.ts'
import type { BouncePorts, CalendarPorts, DeliveryLoopPorts } from './scheduler-ports.ts'
import { takeBounces } from './take-bounces.ts'

/** Letters in flight at once: as many as a kill can double. */
const LANES = 5
const LOOK_EVERY_MS = 15_000
const REPORTS_EVERY_MS = 2000

/** Everything a scheduler does, side by side, until `signal`; resolves when what was in hands is finished. */
export async function runScheduler(
  ports: CalendarPorts & DeliveryLoopPorts & BouncePorts,
  signal: AbortSignal,
): Promise<void> {
  const again = async (event: string, everyMs: number, work: () => Promise<void>) => {
    while (!signal.aborted) {
      try {
        await work()
      } catch (error) {
        ports.log({ event, error: error instanceof Error ? error.message : String(error) })
      }
      await untilAborted(ports.sleep(everyMs), signal)
    }
  }
  await Promise.all([
    again('look-failed', LOOK_EVERY_MS, () => runCalendar(ports)),
    again('mail-reports-failed', REPORTS_EVERY_MS, () => takeBounces(ports)),
    ...Array.from({ length: LANES }, () => deliveryLane(ports, signal)),
  ])
}
