import { once } from 'node:events'

/** Resolves at the first Ctrl-C or SIGTERM; a second one ends the process at once, as usual. */
export function interruption(): Promise<void> {
  return Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]).then(() => {})
}

/** `work`, or a rejection as soon as the person stops it, so that what was started is ended in order. */
export async function unlessInterrupted<T>(work: Promise<T>, stopped: Promise<void>, sentence: string): Promise<T> {
  work.catch(() => {})
  return Promise.race([work, stopped.then(() => Promise.reject(new Error(sentence)))])
}
