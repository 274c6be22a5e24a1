/** Turns of the event loop that work waits at most: each lets in what other connections have sent meanwhile. */
const MOST_TURNS = 12
/** Turns without company after which it waits no longer. */
const QUIET_TURNS = 2

/** Waits as long as others come to share a commit; `waiting` counts them. */
export function company(waiting: () => number): Promise<void> {
  return new Promise((resolve) => {
    let seen = waiting()
    let quiet = 0
    const turn = (turns: number) => {
      quiet = waiting() === seen ? quiet + 1 : 0
      seen = waiting()
      if (turns === MOST_TURNS || quiet === QUIET_TURNS) resolve()
      else setImmediate(turn, turns + 1)
    }
    setImmediate(turn, 1)
  })
}
