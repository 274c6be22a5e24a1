/** The person, or whoever read what we print, wants no more of it. */
export class Interrupted extends Error {}

/** Resolves at the first Ctrl-C or SIGTERM, or when nobody reads our output any more; a second Ctrl-C ends us at once. */
export function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => resolve())
  })
}

/** `work`, or Interrupted as soon as the person stops it, so that what was started is ended in order. */
export async function unlessInterrupted<T>(work: Promise<T>, stopped: Promise<void>): Promise<T> {
  work.catch(() => {})
  return Promise.race([work, stopped.then(() => Promise.reject(new Interrupted()))])
}
