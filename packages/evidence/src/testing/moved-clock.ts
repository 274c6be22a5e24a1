import type { Clock } from '@wayproof/kernel/clock'

const DAY = 86_400_000

/** A clock that stands still until a test moves it. */
export interface MovedClock extends Clock {
  set(iso: string): void
  passDays(days: number): void
  passMilliseconds(milliseconds: number): void
}

/** A clock at 09:00 on 2 March 2026 in Shanghai. */
export function movedClock(): MovedClock {
  let now = Date.parse('2026-03-02T01:00:00Z')
  return {
    now: () => now,
    set: (iso) => {
      now = Date.parse(iso)
    },
    passDays: (days) => {
      now += days * DAY
    },
    passMilliseconds: (milliseconds) => {
      now += milliseconds
    },
  }
}
