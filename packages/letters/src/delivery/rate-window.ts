const MINUTE_MS = 60_000

/** Limits how many letters begin in any minute, over all workers. */
export interface RateWindow {
  /** Takes up to `wanted` places; none while the window is full. Each place is used or given back. */
  take(wanted: number): readonly Place[]
}

/** The right to begin one letter. */
export interface Place {
  /** Begins a letter; the place becomes free a minute later. */
  use(): void
  /** Frees the place now, unless it was used. */
  giveBack(): void
}

/** At most `most` letters begin in any `window` milliseconds. `sleep` measures them, because the clock may be changed. */
export function rateWindow(
  most: number,
  sleep: (milliseconds: number) => Promise<void>,
  window = MINUTE_MS,
): RateWindow {
  let free = most
  function place(): Place {
    let isTaken = true
    return {
      use() {
        if (!isTaken) throw new RangeError('a place is used once')
        isTaken = false
        void sleep(window).then(() => {
          free += 1
        })
      },
      giveBack() {
        if (isTaken) free += 1
        isTaken = false
      },
    }
  }
  return {
    take(wanted) {
      const count = Math.min(wanted, free)
      free -= count
      return Array.from({ length: count }, place)
    },
  }
}
