export interface Turn {
  /** Lets the next one in. */
  readonly end: () => void
}

/** One at a time, in the order of asking; null at once where `most` wait already. */
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
