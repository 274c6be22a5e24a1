export interface Turn {
  /** Ends the turn and starts the next one. */
  readonly end: () => void
}

/**
 * Creates a queue of turns: one at a time, in order of request. Returns null at once if `most` requests are already
 * waiting.
 */
export function takeTurns(maxWaiting: number): () => Promise<Turn | null> {
  let lastTurn: Promise<void> = Promise.resolve()
  let waitingCount = 0
  return async () => {
    if (waitingCount > maxWaiting) return null
    waitingCount += 1
    const previousTurn = lastTurn
    let endTurn = () => {}
    lastTurn = new Promise((resolve) => {
      endTurn = resolve
    })
    await previousTurn
    return {
      end: () => {
        waitingCount -= 1
        endTurn()
      },
    }
  }
}
