/** Releases the lock; a second call does nothing. */
export type Release = () => void

/** A first-come, first-served lock. Every write of this process takes the same one. */
export class WriteLock {
  #held = false
  readonly #waiting: (() => void)[] = []

  async acquire(): Promise<Release> {
    if (this.#held) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#held = true
    let released = false
    return () => {
      if (released) return
      released = true
      const next = this.#waiting.shift()
      // The lock passes directly to the next in line, so that no later caller can overtake it.
      if (next) next()
      else this.#held = false
    }
  }
}
