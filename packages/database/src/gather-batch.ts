/** Most turns of the event loop to wait; each turn reads further requests. */
const MOST_TURNS = 12
/** Turns without a new arrival after which the batch is complete. */
const QUIET_TURNS = 2

/** Waits while further work arrives to share one commit; `waiting` counts the work. */
export function gatherBatch(waiting: () => number): Promise<void> {
  return new Promise((resolve) => {
    let waitingBefore = waiting()
    let quiet = 0
    const turn = (turns: number) => {
      quiet = waiting() === waitingBefore ? quiet + 1 : 0
      waitingBefore = waiting()
      if (turns === MOST_TURNS || quiet === QUIET_TURNS) resolve()
      else setImmediate(turn, turns + 1)
    }
    setImmediate(turn, 1)
  })
}
