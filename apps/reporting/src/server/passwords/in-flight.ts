/** Too much is waiting already. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy'
}

/** Runs at most `most` pieces of work at once; up to `waiting` others queue, and more fail with TooBusy. */
export function inFlight(most: number, waiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const queue: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= most) {
      if (queue.length >= waiting) throw new TooBusy('too much is waiting')
      // The finished work handed its slot over, so this one is already counted.
      await new Promise<void>((turn) => queue.push(turn))
    } else running += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}
