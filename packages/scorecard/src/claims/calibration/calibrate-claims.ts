import type { Period } from '@wayproof/kernel/calendar/period'
import { seededRandom } from '@wayproof/statistics/distributions/seeded-random'
import { shownPeople, shownShare } from '@wayproof/survey/disclosure/shown-share'
import type { GroupFigure } from '../../disclosure/suppress-cells.ts'
import type { IncidentFacts } from '../../facts.ts'
import { judgeIncidentReduction } from '../../goals/incident-reduction.ts'
import { floorTo, sharesIn } from '../../publish/grain.ts'
import { publish } from '../../publish/publish.ts'
import { FINEST_STEP } from '../../publish/published-step.ts'
import { RULES } from '../../rules.ts'
import { CHANCES, strengthOf } from '../claim.ts'
import { questionChanges } from '../question-changes.ts'
import { differenceClaim, type PublishedShare, publishedDifference, shareChange } from '../share-change.ts'
import { verdictClaim } from '../verdict-claim.ts'
import {
  ANSWERS,
  calibrateShares,
  calibrateSilence,
  SHARES,
  type ShareCell,
  type SilenceCell,
} from './calibrate-shares.ts'
import { binomialDraws, type Draw, poissonDraws, type Random } from './draws.ts'
import { type Rate, rateOf } from './tally.ts'

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

const LEAKS = [2, 4, 8, 12, 20, 40, 60] as const
const YEAR: Period = { kind: 'year', year: 2025, index: 1 }
const LAST_DAY = '2025-12-31'

/** Years whose rate of leaks is exactly half of that of the baseline year. */
interface HalvingCell {
  /** Mean of the baseline year. */
  readonly leaks: number
  /** Intervals of the reduction that hold one half; years without an interval claim nothing and count as holding it. */
  readonly coverage: Rate
  /** "Met, beyond chance", although the rate is only just at the target. */
  readonly falseMet: Rate
  /** "Missed, beyond chance", although the rate is at the target. */
  readonly falseMissed: Rate
  /** Years that meet the target as counted. */
  readonly met: Rate
}

function* calibrateHalvings(runs: number, random: Random): Generator<HalvingCell> {
  for (const leaks of LEAKS) yield halvingCell(leaks, runs, random)
}

function halvingCell(leaks: number, runs: number, random: Random): HalvingCell {
  const [before, now] = [poissonDraws(leaks), poissonDraws(leaks / 2)]
  let [covered, falseMet, falseMissed, met] = [0, 0, 0, 0]
  for (let run = 0; run < runs; run++) {
    const verdict = publish(judgeIncidentReduction(factsOf(before(random), now(random)), context))
    const { interval, verdict: word } = verdict
    const { strength } = strengthOf(verdictClaim(verdict))
    const isFirm = strength === 'demonstrated' && interval !== null
    covered += Number(interval === null || (interval.lower <= 0.5 && 0.5 <= interval.upper))
    falseMet += Number(isFirm && word === 'met')
    falseMissed += Number(isFirm && word === 'missed')
    met += Number(word === 'met')
  }
  const of = (happened: number) => rateOf(happened, runs)
  return { leaks, coverage: of(covered), falseMet: of(falseMet), falseMissed: of(falseMissed), met: of(met) }
}

const context = { period: YEAR, asOf: LAST_DAY, today: '2026-01-31', rules: RULES }

const factsOf = (baselineCount: number, currentCount: number): IncidentFacts => ({
  ...{ baselineYear: 2024, currentYear: 2025, registered: true, baselineCount, currentCount },
  ...{ baselineSoFar: baselineCount, silence: { baseline: null, current: null }, undecided: 0 },
  ...{ assessmentDone: true, yearAssumed: false },
  booked: {
    ...{ months: 12, baselineCount, currentCount },
    ...{ baselineBookings: null, currentBookings: null, unbooked: [] },
  },
})

/** Questions of the questionnaire besides the headline. */
const QUESTIONS = 8
const SMALLEST_GROUP = 5
const PARTS = sharesIn[FINEST_STEP]

/** Waves of one size in which nothing has changed, and waves in which the headline has changed by what they can find. */
interface ChangeCell {
  readonly answers: number
  readonly share: number
  /** Waves with any "beyond sampling error" among the headline, the same half of last year and all questions. */
  readonly falseAny: Rate
  readonly falseHeadline: Rate
  /** Found changes of the size that the page names as found by 80 of 100 waves. Null if none is possible. */
  readonly found: Rate | null
}

function* calibrateChanges(runs: number, random: Random): Generator<ChangeCell> {
  for (const answers of ANSWERS) for (const share of SHARES) yield changeCell(answers, share, runs, random)
}

function changeCell(answers: number, share: number, runs: number, random: Random): ChangeCell {
  const draw = binomialDraws(answers, share)
  const headline = published(Math.round(answers * share), answers)
  const { rise, fall } = shareChange(headline, headline, 'headline', CHANCES.headline).detectable
  const size = rise !== null && share + rise < 1 ? rise : fall === null ? null : -fall
  const changed = size === null ? null : binomialDraws(answers, share + size)
  let [any, one, found] = [0, 0, 0]
  for (let run = 0; run < runs; run++) {
    const now = published(draw(random), answers)
    const since = published(draw(random), answers)
    const isFirst = isBeyond(since, now, 'headline')
    const isSeason = isBeyond(published(draw(random), answers), now, 'season')
    const questions = Array.from({ length: QUESTIONS }, () => ({
      now: figure(draw, answers, random),
      before: figure(draw, answers, random),
    }))
    const isAny = questionChanges(questions).some((change) => change?.strength === 'demonstrated')
    one += Number(isFirst)
    any += Number(isFirst || isSeason || isAny)
    if (changed) {
      const after = published(changed(random), answers)
      found += Number(isBeyond(since, after, 'headline'))
    }
  }
  return {
    ...{ answers, share, falseAny: rateOf(any, runs), falseHeadline: rateOf(one, runs) },
    found: changed ? rateOf(found, runs) : null,
  }
}

function isBeyond(before: PublishedShare, now: PublishedShare, family: 'headline' | 'season'): boolean {
  const { difference, interval } = publishedDifference(before, now, CHANCES[family])
  return strengthOf(differenceClaim(difference, interval, family)).strength === 'demonstrated'
}

/** The headline of a wave as it is published. */
const published = (satisfied: number, answers: number) =>
  ({ share: floorTo(satisfied / answers, PARTS), effective: answers, parts: PARTS, rounded: 'down' }) as const

/** A question of a wave as it is published. */
function figure(draw: Draw, answers: number, random: Random): GroupFigure {
  const people = shownPeople(answers, SMALLEST_GROUP)
  const topTwo = shownShare(draw(random), answers, people)
  const interval = { lower: 0, upper: 1, level: 0.95 }
  return { kind: 'shown', people, topTwo, interval, withoutOpinion: { kind: 'below', value: 0 } }
}
