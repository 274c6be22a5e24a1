import { negativeBinomialAtMost } from './chance.ts'

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

/** "green p >= .8, amber .4-.8, red < .4; too early below 10 % elapsed; done = green." */
export function runningColour(chance: number, elapsed: number, done: boolean): Judged['status'] {
  if (done) return 'green'
  if (elapsed < 0.1) return 'too-early'
  return chance >= 0.8 ? 'green' : chance >= 0.4 ? 'amber' : 'red'
}

/** The color of `done` of `all` while the period runs, towards `percent`. */
export function paceColour(done: number, all: number, percent: number, elapsed: number): Judged['status'] {
  const need = Math.ceil((percent * all) / 100) - done
  const chance = need <= 0 ? 1 : 1 - negativeBinomialAtMost(need - 1, done + 0.5, Math.min(1, Math.max(0, elapsed)))
  return runningColour(chance, elapsed, need <= 0)
}
