import type { Period } from '@wayproof/kernel/calendar/period'
import type { Share } from '@wayproof/kernel/share'
import { binomialMass } from '@wayproof/statistics/distributions/saddle-point'
import type { SatisfactionFacts } from '../../facts.ts'
import { judgeCustomerSatisfaction } from '../../goals/customer-satisfaction.ts'
import { publish } from '../../publish/publish.ts'
import { FINEST_STEP } from '../../publish/published-step.ts'
import { RULES } from '../../rules.ts'
import type { VerdictOf } from '../../verdict.ts'
import { strengthOf } from '../claim.ts'
import { UNEVEN } from '../quality.ts'
import { verdictClaim } from '../verdict-claim.ts'
import { binomialDraws, type Random } from './draws.ts'
import { exactly, type Rate, rateOf } from './tally.ts'

export const ANSWERS = [20, 50, 100, 200, 500, 1_000, 5_000, 20_000] as const
export const SHARES = [0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.99] as const
/** How many times as often one half of the customers answers as the other. */
const RESPONSES = [1, 1.5, 3, 10] as const
/** The half that answers more often is more satisfied by this much, where the share allows it. */
const SPREAD = 0.06

/** One kind of wave: its size, the true share, and how unevenly known groups answer. */
export interface ShareCell {
  readonly answers: number
  readonly share: number
  readonly response: number
  /** Published intervals that hold the true share; waves without one claim nothing and count as holding it. */
  readonly coverage: Rate
  /** "Met, beyond sampling error", although the share is only just at the target. */
  readonly falseMet: Rate
  /** "Missed, beyond sampling error", although the share is at the target. */
  readonly falseMissed: Rate
  /** Waves that say that groups answered too unevenly, and so claim nothing. */
  readonly uneven: Rate
}

/** Satisfied people answer 1.5 times as often as others, which no weight can know; the target is the true share. */
export interface SilenceCell {
  readonly answers: number
  readonly share: number
  readonly falseMet: Rate
}

const HALF: Period = { kind: 'half-year', year: 2025, index: 2 }
const LAST_DAY = '2025-12-31'

export function* calibrateShares(runs: number, random: Random): Generator<ShareCell> {
  for (const response of RESPONSES)
    for (const answers of ANSWERS)
      for (const share of SHARES)
        yield response === 1 ? evenCell(answers, share) : shareCell({ answers, share, response }, runs, random)
}

interface Design {
  readonly answers: number
  readonly share: number
  readonly response: number
}

/** Every possible number of satisfied answers, weighed by its probability: no error of simulation. */
function evenCell(answers: number, share: number): ShareCell {
  const sums = emptySums()
  const half = Math.ceil(answers / 2)
  for (let x = 0; x <= answers; x++) {
    const mass = binomialMass(x, answers, share)
    if (mass < 1e-9) continue
    const first = Math.min(half, Math.round((x * half) / answers))
    const groups = [
      { opinions: half, satisfied: first },
      { opinions: answers - half, satisfied: x - first },
    ]
    add(sums, judged(groups, share), share, mass)
  }
  return { answers, share, response: 1, ...ratesOf(sums, exactly) }
}

function shareCell({ answers, share, response }: Design, runs: number, random: Random): ShareCell {
  const spread = Math.min(SPREAD, 2 * (1 - share))
  // Both groups have as many customers, so the true share is the mean of theirs.
  const often = Math.round((answers * response) / (1 + response))
  const draws = [
    { opinions: often, draw: binomialDraws(often, share + spread / 2) },
    { opinions: answers - often, draw: binomialDraws(answers - often, share - spread / 2) },
  ]
  const sums = emptySums()
  for (let run = 0; run < runs; run++) {
    const groups = draws.map(({ opinions, draw }) => ({ opinions, satisfied: draw(random) }))
    add(sums, judged(groups, share), share, 1)
  }
  return { answers, share, response, ...ratesOf(sums, (happened) => rateOf(happened, runs)) }
}

interface Sums {
  covered: number
  met: number
  missed: number
  uneven: number
}

const emptySums = (): Sums => ({ covered: 0, met: 0, missed: 0, uneven: 0 })

function add(sums: Sums, verdict: VerdictOf<'customer-satisfaction'>, share: number, weight: number): void {
  const { strength } = strengthOf(verdictClaim(verdict))
  const { interval } = verdict
  if (interval === null || (interval.lower <= share && share <= interval.upper + STEP)) sums.covered += weight
  if (strength === 'demonstrated' && verdict.verdict === 'met') sums.met += weight
  if (strength === 'demonstrated' && verdict.verdict === 'missed') sums.missed += weight
  if (verdict.flags.includes('weights-uneven')) sums.uneven += weight
}

const ratesOf = ({ covered, met, missed, uneven }: Sums, of: (happened: number) => Rate) => ({
  ...{ coverage: of(covered), falseMet: of(met), falseMissed: of(missed), uneven: of(uneven) },
})

/** An end printed as 91.9 stands for all from 91.9 to just below 92.0. */
const STEP = 0.001 - 1e-9

interface Group {
  readonly opinions: number
  readonly satisfied: number
}

function judged(groups: readonly Group[], target: number): VerdictOf<'customer-satisfaction'> {
  const names = groups.map((_, i) => `group ${i}`)
  const sum = (of: (group: Group) => number) => groups.reduce((all, group) => all + of(group), 0)
  const opinions = sum((group) => group.opinions)
  const facts: SatisfactionFacts = {
    improvementChosen: true,
    wave: {
      ...{ open: false, step: FINEST_STEP, changedClose: null, trendBreak: null, withoutOpinion: 0 },
      ...{ eligible: 2 * opinions, invited: 2 * opinions, delivered: 2 * opinions, answered: opinions },
      minimumForStatus: RULES.minimumForStatus,
      rated: { numerator: sum((group) => group.satisfied), denominator: opinions },
      cells: groups.map((group, i) => ({ ...group, categories: { group: names[i] ?? '' }, baseWeight: 1 })),
      margins: { group: Object.fromEntries(names.map((name) => [name, opinions])) },
    },
  }
  const share: Share = { numerator: Math.round(target * 1e6), denominator: 1e6 }
  const context = { period: HALF, asOf: LAST_DAY, today: LAST_DAY, rules: RULES, target: share }
  return publish(judgeCustomerSatisfaction(facts, context))
}

export function* calibrateSilence(runs: number, random: Random): Generator<SilenceCell> {
  for (const answers of ANSWERS.filter((n) => n >= RULES.minimumForStatus)) {
    const share = 0.85
    const draw = binomialDraws(answers, (share * UNEVEN) / (share * UNEVEN + 1 - share))
    let met = 0
    for (let run = 0; run < runs; run++) {
      const verdict = judged([{ opinions: answers, satisfied: draw(random) }], share)
      met += Number(strengthOf(verdictClaim(verdict)).strength === 'demonstrated' && verdict.verdict === 'met')
    }
    yield { answers, share, falseMet: rateOf(met, runs) }
  }
}
