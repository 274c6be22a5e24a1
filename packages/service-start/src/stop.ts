import type { Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import type { HealthCheck } from './health/health-check.ts'

/** Calls `stop` at the first SIGTERM or SIGINT, once. */
export function onStopSignal(stop: () => void | Promise<void>): void {
  let isStopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      if (isStopping) return
      isStopping = true
      void stop()
    })
  }
}

const LONGEST_REQUEST_MS = 5000
/** A client that has just connected sends its request within this time. */
const FIRST_REQUEST_MS = 500
const IDLE_CHECK_MS = 50

interface Closing {
  readonly health: HealthCheck
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Time for a load balancer to notice that this process is not ready. */
  readonly drainMs: number
}

/**
 * Answers requests for `drainMs` more milliseconds while not ready, then stops accepting connections and completes the
 * requests of the open ones, also of those that have just been opened, so that a restart behind a load balancer fails
 * none. Cuts connections that are stuck after 5 seconds.
 */
export async function closeServer(server: Server, { health, sleep, drainMs }: Closing): Promise<void> {
  // From now on the response of each connection is its last.
  health.stop()
  if (drainMs > 0) await sleep(drainMs)
  let isClosed = false
  // The close of an HTTP server would cut connections whose first request is on its way.
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()))
  const closeIdle = async () => {
    for (await sleep(FIRST_REQUEST_MS); !isClosed; await sleep(IDLE_CHECK_MS)) server.closeIdleConnections()
  }
  void closeIdle()
  void sleep(LONGEST_REQUEST_MS).then(() => server.closeAllConnections())
  await closed
  isClosed = true
}
