/** Gives the lock back; calling it again does nothing. */
export type Release = () => void

/** One holder at a time, first come first served. Every write of this process goes through one of these. */
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
      // The lock passes straight to the next in line, so nobody who comes later can slip in between.
      if (next) next()
      else this.#held = false
    }
  }
}
