import type { Server } from 'node:http'
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

interface Closing {
  readonly health: HealthCheck
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Time for a load balancer to notice that this process is not ready. */
  readonly drainMs: number
}

/**
 * Answers requests for `drainMs` more milliseconds while not ready, completes pending ones, and cuts connections that are
 * stuck after 5 seconds.
 */
export async function closeServer(server: Server, { health, sleep, drainMs }: Closing): Promise<void> {
  health.stop()
  if (drainMs > 0) await sleep(drainMs)
  void sleep(LONGEST_REQUEST_MS).then(() => server.closeAllConnections())
  await new Promise<void>((resolve) => server.close(() => resolve()))
}
