/** Too much is waiting already. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy'
}

/** Runs at most `maxRunning` pieces of work at once; up to `maxWaiting` others queue, and more fail with TooBusy. */
export function inFlight(maxRunning: number, maxWaiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = []
  let runningCount = 0
  return async (work) => {
    if (runningCount >= maxRunning) {
      if (queue.length >= maxWaiting) throw new TooBusy('too much is waiting')
      // The finished work handed its slot over, so this one is already counted.
      await new Promise<void>((resume) => queue.push(resume))
    } else runningCount += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else runningCount -= 1
    }
  }
}
