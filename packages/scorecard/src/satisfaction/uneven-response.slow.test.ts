import { seededRandom } from '@wayproof/statistics/distributions/seeded-random'
import { expect, it } from 'vitest'
import { contextOf, waveFacts } from '../testing/example-facts.ts'
import { judgedSatisfaction } from '../testing/judged.ts'
import { estimateSatisfaction } from './satisfaction-estimate.ts'

const SEED = 7
const RUNS = 1_000
const context = contextOf('2025-H2', '2025-12-31')

interface Design {
  readonly answers: number
  /** Eligible customers of each region. */
  readonly eligible: readonly number[]
  /** Response of the first region divided by that of the last. */
  readonly ratio: number
  /** Satisfaction of the first region minus that of the last. */
  readonly spread: number
}

/** Share of the waves that are flagged, and of those that are flagged or whose interval covers the truth. */
function simulate({ answers, eligible, ratio, spread }: Design) {
  const random = seededRandom(SEED)
  const last = eligible.length - 1
  const satisfied = eligible.map((_, i) => 0.9 - (spread * i) / last)
  const response = eligible.map((people, i) => people * ratio ** (-i / last))
  const [all, responding] = [eligible, response].map((each) => each.reduce((sum, people) => sum + people, 0))
  const truth = eligible.reduce((sum, people, i) => sum + (people * (satisfied[i] ?? 0)) / (all ?? 1), 0)
  const margins = { region: Object.fromEntries(eligible.map((people, i) => [`r${i}`, people])) }
  let [flagged, honest] = [0, 0]
  for (let run = 0; run < RUNS; run++) {
    const cells = eligible.map((_, i) => ({
      categories: { region: `r${i}` },
      baseWeight: 1,
      opinions: 0,
      satisfied: 0,
    }))
    for (let answer = 0; answer < answers; answer++) {
      let [draw, i] = [random() * (responding ?? 1), 0]
      while (i < last && draw > (response[i] ?? 0)) draw -= response[i++] ?? 0
      const cell = cells[i]
      if (!cell) throw new Error('no region')
      cell.opinions += 1
      if (random() < (satisfied[i] ?? 0)) cell.satisfied += 1
    }
    const x = cells.reduce((sum, cell) => sum + cell.satisfied, 0)
    const facts = waveFacts([answers - x, 0, 0, x, 0], { cells, margins })
    const { rated, ...wave } = facts.wave ?? { rated: null, cells: [], margins: null }
    if (!rated) throw new Error('no wave')
    const { interval } = estimateSatisfaction({ ...wave, rated })
    const covers = interval !== null && interval.lower <= truth && truth <= interval.upper
    const verdict = judgedSatisfaction(facts, context)
    const uneven = verdict.flags.includes('weights-uneven')
    if (uneven) expect(verdict.demonstrated).not.toBe(true)
    flagged += Number(uneven)
    honest += Number(covers || uneven)
  }
  return { flagged: flagged / RUNS, honest: honest / RUNS }
}

const regions = { two: [5_000, 5_000], five: [2_000, 2_000, 2_000, 2_000, 2_000], rare: [4_250, 4_250, 1_500] }
const designs = Object.values(regions).flatMap((eligible) =>
  [100, 300, 1_000, 3_000].flatMap((answers) =>
    [1, 3, 10, 30, 100].flatMap((ratio) => [0.15, 0.3].map((spread) => ({ eligible, answers, ratio, spread }))),
  ),
)

it.each(designs)('covers the truth at least 93 %% of the time or claims nothing: %o', (design) => {
  const { honest, flagged } = simulate(design)
  // Sampling noise of 1,000 runs is 0.8 points.
  expect(honest).toBeGreaterThanOrEqual(0.93 - 0.008)
  if (design.ratio === 1) expect(flagged).toBeLessThan(0.3)
  if (design.ratio === 100) expect(flagged).toBeGreaterThan(0.99)
})
