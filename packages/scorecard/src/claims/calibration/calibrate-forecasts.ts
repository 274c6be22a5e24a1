import { betaBinomialAtLeast } from '@wayproof/statistics/distributions/beta-binomial'
import { seededRandom } from '@wayproof/statistics/distributions/seeded-random'
import { onTrackCompletion, onTrackCountCap } from '@wayproof/statistics/rates/forecast'
import { EARLIEST } from '../../goals/pace.ts'
import { PACES, type PaceShape, type SimulatedHistory, simulateLeaks, simulatePartners } from './simulated-years.ts'

const SEED = 47
const PARTNERS = [5, 10, 20, 40, 100, 200, 400]
const TARGETS = [1, 0.95]
const CAPS = [2, 4, 8, 15, 30, 60]
const ELAPSED = [0.1, 0.25, 0.5, 0.75, 335 / 365]
/** Fewest forecasts of a tenth whose frequency is compared with them: its standard error is then at most 4 points. */
const LEAST_CASES = 150

/**
 * `negative-binomial`: events at an unknown rate, by elapsed days; `-own-past`: by the company's own earlier progress.
 * `beta-binomial-own-past`: of the partners not audited yet, as many as in the company's own earlier years.
 */
export type ForecastModel = 'negative-binomial' | 'negative-binomial-own-past' | 'beta-binomial-own-past'

/** The tenth of forecasts in which forecast and frequency differ most. */
export interface WorstTenth {
  /** Their mean. */
  readonly forecast: number
  /** Share of them that came true. */
  readonly frequency: number
  readonly difference: number
  readonly cases: number
  /** Monte Carlo error of the frequency. */
  readonly standardError: number
}

/** How well a model's forecasts agree with what happens, for one kind of goal and one shape of its pace. */
export interface CalibratedForecast {
  readonly goal: 'completions' | 'cap'
  readonly model: ForecastModel
  readonly shape: PaceShape
  readonly cases: number
  readonly brier: number
  /** Brier score of a forecast that always gives the frequency of all cases. */
  readonly brierOfBaseRate: number
  /** Null if no tenth has enough cases. */
  readonly worst: WorstTenth | null
}

export interface ForecastCalibration {
  readonly seed: number
  /** Simulated years of each cell. */
  readonly runs: number
  readonly leastCases: number
  readonly forecasts: readonly CalibratedForecast[]
}

/** A probability and what happened. */
interface Case {
  readonly forecast: number
  readonly isReached: boolean
}

type Models = Partial<Record<ForecastModel, number | null>>

/**
 * Simulates running goals and what models forecast of them, over sizes and days of a year. Goals that are decided, and
 * those too early to be judged, have no forecast.
 */
export function calibrateForecasts(runs = 200): ForecastCalibration {
  const random = seededRandom(SEED)
  const forecasts = (Object.keys(PACES) as PaceShape[]).flatMap((shape) => [
    ...summarize('completions', shape, completionCases(shape, runs, random)),
    ...summarize('cap', shape, capCases(shape, runs, random)),
  ])
  return { seed: SEED, runs, leastCases: LEAST_CASES, forecasts }
}

type CasesOf = ReadonlyMap<ForecastModel, readonly Case[]>

function completionCases(shape: PaceShape, runs: number, random: () => number): CasesOf {
  const cases = new Map<ForecastModel, Case[]>()
  for (const partners of PARTNERS)
    for (const target of TARGETS)
      for (const elapsed of ELAPSED)
        for (let run = 0; run < runs; run++) {
          const needed = Math.ceil(target * partners - 1e-9)
          const years = simulatePartners({ partners, needed, elapsed, shape }, random)
          if (years.now.by >= needed) continue
          collect(cases, forecastCompletions(years, { partners, target, elapsed }), years.now.total >= needed)
        }
  return cases
}

interface Partners {
  readonly partners: number
  readonly target: number
  readonly elapsed: number
}

function forecastCompletions(
  { now, before }: SimulatedHistory,
  { partners: total, target, elapsed }: Partners,
): Models {
  const done = now.by
  const byRate = (elapsedShare: number | null) =>
    elapsedShare === null || elapsedShare < EARLIEST
      ? null
      : onTrackCompletion({ done, total, target, elapsedShare }).pOnTrack
  const { need } = onTrackCompletion({ done, total, target, elapsedShare: elapsed })
  const later = sum(before, (year) => year.total - year.by)
  const never = sum(before, (year) => total - year.total)
  return {
    'negative-binomial': byRate(elapsed),
    'negative-binomial-own-past': byRate(usualShare(before)),
    'beta-binomial-own-past': betaBinomialAtLeast(need, total - done, later + 0.5, never + 0.5),
  }
}

function capCases(shape: PaceShape, runs: number, random: () => number): CasesOf {
  const cases = new Map<ForecastModel, Case[]>()
  for (const cap of CAPS)
    for (const elapsed of ELAPSED)
      for (let run = 0; run < runs; run++) {
        const years = simulateLeaks({ cap, elapsed, shape }, random)
        const countSoFar = years.now.by
        if (countSoFar > cap) continue
        const byRate = (elapsedShare: number | null) =>
          elapsedShare === null || elapsedShare < EARLIEST
            ? null
            : onTrackCountCap({ countSoFar, elapsedShare, cap }).pOnTrack
        const models = {
          'negative-binomial': byRate(elapsed),
          'negative-binomial-own-past': byRate(usualShare(years.before)),
        }
        collect(cases, models, years.now.total <= cap)
      }
  return cases
}

/** Share of earlier years that had happened by this moment of them; null if nothing had. */
function usualShare(before: SimulatedHistory['before']): number | null {
  const total = sum(before, (year) => year.total)
  return total === 0 ? null : sum(before, (year) => year.by) / total
}

const sum = <T>(of: readonly T[], value: (each: T) => number): number => of.reduce((all, each) => all + value(each), 0)

function collect(cases: Map<ForecastModel, Case[]>, models: Models, isReached: boolean): void {
  for (const [name, forecast] of Object.entries(models)) {
    if (forecast === null) continue
    const model = name as ForecastModel
    const known = cases.get(model) ?? []
    known.push({ forecast, isReached })
    cases.set(model, known)
  }
}

function summarize(goal: CalibratedForecast['goal'], shape: PaceShape, cases: CasesOf): readonly CalibratedForecast[] {
  return [...cases].map(([model, of]) => {
    const base = sum(of, outcome) / of.length
    return {
      ...{ goal, model, shape, cases: of.length },
      brier: sum(of, (each) => (each.forecast - outcome(each)) ** 2) / of.length,
      brierOfBaseRate: base * (1 - base),
      worst: worstTenth(of),
    }
  })
}

const outcome = ({ isReached }: Case): number => (isReached ? 1 : 0)

function worstTenth(cases: readonly Case[]): WorstTenth | null {
  const tenths = Array.from({ length: 10 }, (): Case[] => [])
  for (const each of cases) tenths[Math.min(9, Math.floor(each.forecast * 10))]?.push(each)
  const compared = tenths
    .filter((of) => of.length >= LEAST_CASES)
    .map((of): WorstTenth => {
      const forecast = sum(of, (each) => each.forecast) / of.length
      const frequency = sum(of, outcome) / of.length
      const standardError = Math.sqrt((frequency * (1 - frequency)) / of.length)
      return { forecast, frequency, difference: Math.abs(forecast - frequency), cases: of.length, standardError }
    })
  return compared.toSorted((a, b) => b.difference - a.difference)[0] ?? null
}
