import type { Clock } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'

const MINUTE_MS = 60_000

/** Limits how many letters begin in any minute, over all workers of all schedulers. */
export interface RateWindow {
  /** Takes up to `wanted` places; none while the window is full. Each place is used or given back. */
  take(wanted: number): Promise<readonly Place[]>
}

/** The right to begin one letter. */
export interface Place {
  /** Begins a letter; the place becomes free a minute later, or somewhat later if its claim is still at work. */
  use(): void
  /** Frees the place, unless it was used. */
  giveBack(): void
}

/** Places that schedulers of one installation share. */
export interface SharedPlaces {
  /** Takes up to `wanted` of the places that are free of `most`, until a moment. Null if none is free. */
  take(wanted: number, most: number, moments: { readonly now: number; readonly until: number }): Promise<Taken | null>
  /** Keeps this many places of a claim until a moment, and frees the others. */
  settle(id: Id, places: number, until: number): Promise<void>
}

export interface Taken {
  readonly id: Id
  readonly count: number
}

export interface RateWindowPorts {
  readonly places: SharedPlaces
  readonly clock: Clock
  /** Milliseconds in which the letters of a claim begin; afterwards they are put back. */
  readonly beginsWithin: number
}

/** At most `most` letters begin in any minute, whatever happens to a scheduler. */
export const rateWindow = (most: number, { places, clock, beginsWithin }: RateWindowPorts): RateWindow => ({
  take: async (wanted) => {
    const now = clock.now()
    const until = now + beginsWithin + MINUTE_MS
    const taken = await places.take(wanted, most, { now, until })
    if (!taken) return []
    let open = taken.count
    let used = 0
    let isDue = false
    let settled: Promise<void> = Promise.resolve()
    // Places that are given back together are one write. After a failed one they become free when their time ends.
    const settle = () => {
      if (isDue) return
      isDue = true
      settled = settled
        .then(() => {
          isDue = false
          return places.settle(taken.id, open + used, open > 0 ? until : clock.now() + MINUTE_MS)
        })
        .catch(() => undefined)
    }
    return Array.from({ length: taken.count }, () => {
      let isTaken = true
      return {
        use() {
          if (!isTaken) throw new RangeError('a place is used once')
          isTaken = false
          open -= 1
          used += 1
          if (open === 0) settle()
        },
        giveBack() {
          if (!isTaken) return
          isTaken = false
          open -= 1
          settle()
        },
      }
    })
  },
})
