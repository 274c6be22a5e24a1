/** The oracle's judgment of a goal; `facts` are its counts, by the names of the product's figures. */
export interface Judged {
  readonly verdict: 'met' | 'missed' | 'unknown'
  readonly status: 'green' | 'amber' | 'red' | 'too-early' | 'no-data' | 'suppressed'
  readonly demonstrated: boolean | null
  readonly value: number | null
  readonly flags: readonly string[]
  readonly facts: Readonly<Record<string, unknown>>
  /** Keys of the missing rows, for goals that count rows. */
  readonly missing: readonly string[] | null
}

/** "Too early below 10 % elapsed; green as much as expected by now, red less than half of it." */
function runningColour(done: number, expected: number, elapsed: number): Judged['status'] {
  if (elapsed < 0.1) return 'too-early'
  if (done >= expected) return 'green'
  return done * 2 < expected ? 'red' : 'amber'
}

/** Elapsed thousandths, as they are published. */
const thousandths = (elapsed: number): number => Math.floor(elapsed * 1000 + 1e-9)

/** The color of `done` of `all` while the period runs, towards `percent`; expected is the nearest whole number. */
export function paceColour(done: number, all: number, percent: number, elapsed: number): Judged['status'] {
  const needed = Math.ceil((percent * all) / 100)
  if (done >= needed) return 'green'
  const parts = needed * thousandths(elapsed)
  const expected = (parts - (parts % 1000)) / 1000 + (parts % 1000 >= 500 ? 1 : 0)
  return runningColour(done, expected, elapsed)
}

/** The color of leaks under a cap while the year runs; a begun leak of the cap is allowed. */
export function leakColour(leaks: number, cap: number, elapsed: number): Judged['status'] {
  const parts = cap * thousandths(elapsed)
  const allowed = (parts - (parts % 1000)) / 1000 + (parts % 1000 > 0 ? 1 : 0)
  return runningColour(allowed, leaks, elapsed)
}
