import { deliveryLane, untilAborted } from './delivery-lane.ts'
import { runCalendar } from './run-calendar.ts'
import type { CalendarPorts, DeliveryLoopPorts } from './scheduler-ports.ts'

/** Letters in flight at once: as many as a kill can double. */
const LANES = 5
const LOOK_EVERY_MS = 15_000

/** Everything a scheduler does, side by side, until `signal`; resolves when what was in hands is finished. */
export async function runScheduler(ports: CalendarPorts & DeliveryLoopPorts, signal: AbortSignal): Promise<void> {
  const look = async () => {
    while (!signal.aborted) {
      try {
        await runCalendar(ports)
      } catch (error) {
        ports.log({ event: 'look-failed', error: error instanceof Error ? error.message : String(error) })
      }
      await untilAborted(ports.sleep(LOOK_EVERY_MS), signal)
    }
  }
  await Promise.all([look(), ...Array.from({ length: LANES }, () => deliveryLane(ports, signal))])
}
