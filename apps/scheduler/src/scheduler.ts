import type { Id } from '@wayproof/kernel'
import { deliveryLane } from './delivery-lane.ts'
import { failureLog } from './failure-log.ts'
import { checkPages } from './policy-pages/check-pages.ts'
import { runCalendar } from './run-calendar.ts'
import type { BouncePorts, CalendarPorts, DeliveryLoopPorts, WatcherPorts } from './scheduler-ports.ts'
import { takeBounces } from './take-bounces.ts'
import { untilAborted } from './until-aborted.ts'

/** Letters in flight at once: as many as a kill can double. */
const LANES = 5
const LOOK_EVERY_MS = 15_000
const REPORTS_EVERY_MS = 2000
const PAGES_EVERY_MS = 3000

/** Everything a scheduler does, side by side, until `signal`; resolves when what was in hands is finished. */
export async function runScheduler(
  ports: CalendarPorts & DeliveryLoopPorts & BouncePorts & WatcherPorts,
  signal: AbortSignal,
): Promise<void> {
  const failures = failureLog(ports)
  const again = async (event: string, everyMs: number, work: () => Promise<void>) => {
    while (!signal.aborted) {
      try {
        await work()
        failures.worked({ event })
      } catch (error) {
        failures.failed({ event }, error)
      }
      await untilAborted(ports.sleep(everyMs), signal)
    }
  }
  const delivery = { ...ports, inHands: new Set<Id>() }
  await Promise.all([
    again('look-failed', LOOK_EVERY_MS, () => runCalendar({ ...ports, failures })),
    again('mail-reports-failed', REPORTS_EVERY_MS, () => takeBounces(ports)),
    again('policy-pages-failed', PAGES_EVERY_MS, () => checkPages(ports)),
    ...Array.from({ length: LANES }, () => deliveryLane(delivery, signal)),
  ])
}
