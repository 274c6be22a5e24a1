import type { Server } from 'node:http'

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

/** Completes pending requests, and cuts connections that are stuck after 5 seconds. */
export async function closeServer(server: Server, sleep: (milliseconds: number) => Promise<void>): Promise<void> {
  void sleep(LONGEST_REQUEST_MS).then(() => server.closeAllConnections())
  await new Promise<void>((resolve) => server.close(() => resolve()))
}
