/** The person stopped the command, or nobody reads its output any more. */
export class Interrupted extends Error {}

/** Resolves at the first Ctrl-C or SIGTERM, or once the output is closed. A second Ctrl-C ends the process at once. */
export function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => resolve())
  })
}

/** Returns `work`, or throws Interrupted once the person stops it, so that the command can end its processes. */
export async function unlessInterrupted<T>(work: Promise<T>, stopped: Promise<void>): Promise<T> {
  work.catch(() => {})
  return Promise.race([work, stopped.then(() => Promise.reject(new Interrupted()))])
}
