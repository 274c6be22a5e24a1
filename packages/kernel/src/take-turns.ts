export interface Turn {
  /** Ends the turn and starts the next one. */
  readonly end: () => void
}

/**
 * Creates a queue of turns: one at a time, in order of request. Returns null at once if `most` requests are already
 * waiting.
 */
export function takeTurns(most: number): () => Promise<Turn | null> {
  let last: Promise<void> = Promise.resolve()
  let waiting = 0
  return async () => {
    if (waiting > most) return null
    waiting += 1
    const before = last
    let free = () => {}
    last = new Promise((resolve) => {
      free = resolve
    })
    await before
    return {
      end: () => {
        waiting -= 1
        free()
      },
    }
  }
}
