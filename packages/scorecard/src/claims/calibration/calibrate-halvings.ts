import type { Period } from '@wayproof/kernel/calendar/period'
import type { IncidentFacts } from '../../facts.ts'
import { judgeIncidentReduction } from '../../goals/incident-reduction.ts'
import { publish } from '../../publish/publish.ts'
import { RULES } from '../../rules.ts'
import { strengthOf } from '../claim.ts'
import { verdictClaim } from '../verdict-claim.ts'
import { poissonDraws, type Random } from './draws.ts'
import { type Rate, rateOf } from './tally.ts'

const LEAKS = [2, 4, 8, 12, 20, 40, 60] as const
const YEAR: Period = { kind: 'year', year: 2025, index: 1 }
const LAST_DAY = '2025-12-31'

/** Years whose rate of leaks is exactly half of that of the baseline year. */
export interface HalvingCell {
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

export function* calibrateHalvings(runs: number, random: Random): Generator<HalvingCell> {
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
