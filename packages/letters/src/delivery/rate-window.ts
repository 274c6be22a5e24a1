const MINUTE_MS = 60_000

/** Gives places for letters, so many in any minute, whoever asks. */
export interface RateWindow {
  /** Up to `wanted` places, to be used or given back; none while the window is full. */
  reserve(wanted: number): Places
}

export interface Places {
  /** Neither used nor given back. */
  readonly left: number
  /** A letter is begun. */
  use(): void
  /** Gives back what is left but for `most`. */
  keep(most: number): void
}

/**
 * At most `most` letters begun in any `window`: the place of each becomes free when it has passed. Timed by `sleep` and not by
 * the clock, which may be set.
 */
export function rateWindow(
  most: number,
  sleep: (milliseconds: number) => Promise<void>,
  window = MINUTE_MS,
): RateWindow {
  let free = most
  return {
    reserve(wanted) {
      let left = Math.min(wanted, free)
      free -= left
      return {
        get left() {
          return left
        },
        use() {
          if (left === 0) throw new RangeError('a letter without a place')
          left -= 1
          void sleep(window).then(() => {
            free += 1
          })
        },
        keep(most) {
          const back = Math.max(0, left - most)
          left -= back
          free += back
        },
      }
    },
  }
}
