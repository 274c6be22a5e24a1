import { seededRandom } from '@wayproof/statistics/distributions/seeded-random'
import { type ChangeCell, calibrateChanges } from './calibrate-changes.ts'
import { calibrateHalvings, type HalvingCell } from './calibrate-halvings.ts'
import { calibrateShares, calibrateSilence, type ShareCell, type SilenceCell } from './calibrate-shares.ts'
import type { Rate } from './tally.ts'

const SEED = 20_260_630
/** Response of known groups this uneven at most: their silence is ignorable, because weights correct it. */
const IGNORABLE = 1.5

export interface Calibration {
  readonly seed: number
  /** Simulated waves or years of each cell. */
  readonly runs: number
  readonly shares: readonly ShareCell[]
  readonly silence: readonly SilenceCell[]
  readonly changes: readonly ChangeCell[]
  readonly halvings: readonly HalvingCell[]
  /** Over the cells in which silence is ignorable. */
  readonly summary: CalibrationSummary
}

export interface CalibrationSummary {
  /** Share of waves and years just at the target that say "met" and that it is demonstrated. */
  readonly falseDemonstrated: number
  /** The worst cell of these, and of "missed" ones. */
  readonly worstFalseMet: Rate
  readonly worstFalseMissed: Rate
  /** Unchanged waves with any "beyond sampling error": the worst cell. */
  readonly falseMoreThanChance: number
  readonly coverage: { readonly least: number; readonly most: number }
}

export interface CalibrationStep {
  readonly done: number
  readonly of: number
}

/** Cells of all kinds, for a progress bar. */
const CELLS = 4 * 8 * 7 + 6 + 8 * 7 + 7

/** Simulates every claim about a share, a change and a reduction with the product's own rules, one cell a step. */
export function* calibrateClaims(runs: number): Generator<CalibrationStep, Calibration> {
  const random = seededRandom(SEED)
  let done = 0
  const parts = { shares: [] as ShareCell[], silence: [] as SilenceCell[] }
  const more = { changes: [] as ChangeCell[], halvings: [] as HalvingCell[] }
  for (const cell of calibrateShares(runs, random)) {
    parts.shares.push(cell)
    yield { done: ++done, of: CELLS }
  }
  for (const cell of calibrateSilence(runs, random)) {
    parts.silence.push(cell)
    yield { done: ++done, of: CELLS }
  }
  for (const cell of calibrateChanges(runs, random)) {
    more.changes.push(cell)
    yield { done: ++done, of: CELLS }
  }
  for (const cell of calibrateHalvings(runs, random)) {
    more.halvings.push(cell)
    yield { done: ++done, of: CELLS }
  }
  const cells = { ...parts, ...more }
  return { seed: SEED, runs, ...cells, summary: summaryOf(cells) }
}

/** Cells in which silence is ignorable. */
export const ignorable = (cells: readonly ShareCell[]): readonly ShareCell[] =>
  cells.filter(({ response }) => response <= IGNORABLE)

function summaryOf({
  shares,
  changes,
  halvings,
}: Pick<Calibration, 'shares' | 'changes' | 'halvings'>): CalibrationSummary {
  const judged = [...ignorable(shares).filter(({ answers }) => answers >= 100), ...halvings]
  const coverage = [...ignorable(shares), ...halvings].map((cell) => cell.coverage.rate ?? 0)
  return {
    falseDemonstrated: mean(judged.map(({ falseMet }) => falseMet)),
    worstFalseMet: worst(judged.map(({ falseMet }) => falseMet)),
    worstFalseMissed: worst(judged.map(({ falseMissed }) => falseMissed)),
    falseMoreThanChance: worst(changes.map(({ falseAny }) => falseAny)).rate ?? 0,
    coverage: { least: Math.min(...coverage), most: Math.max(...coverage) },
  }
}

const mean = (rates: readonly Rate[]): number =>
  Math.round((1e4 * rates.reduce((sum, { rate }) => sum + (rate ?? 0), 0)) / rates.length) / 1e4

const worst = (rates: readonly Rate[]): Rate =>
  rates.reduce((most, rate) => ((rate.rate ?? 0) > (most.rate ?? 0) ? rate : most))
