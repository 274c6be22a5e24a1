import type { FrameMargins, SatisfactionCell } from '../facts.ts'
import { FEWEST } from './collapse-margins.ts'
import { TRIM } from './raked-satisfaction.ts'

/** Share of the eligible customers whose groups may respond too rarely. */
const MOST = 0.05
/** Merged groups have no weight of their own, so a smaller difference in response already biases the share. */
const MERGED = 1.5

/**
 * True if over 5 % of the eligible customers belong to groups of a margin that respond less than a third as often as all
 * (their weight is trimmed), or less than 1/1.5 as often if merged for having fewer than 30 answers. The simulation in
 * `uneven-response.slow.test.ts` supports the limits: otherwise the interval covers the true share at least 93 % of the time.
 */
export function isResponseUneven(cells: readonly SatisfactionCell[], margins: FrameMargins): boolean {
  return Object.entries(margins).some(([margin, eligible]) => {
    const everybody = Object.values(eligible).reduce((sum, people) => sum + people, 0)
    const answered = new Map<string, { answers: number; weight: number }>()
    for (const { categories, opinions, baseWeight } of cells) {
      const group = answered.get(categories[margin] ?? '') ?? { answers: 0, weight: 0 }
      const weight = group.weight + opinions * baseWeight
      answered.set(categories[margin] ?? '', { answers: group.answers + opinions, weight })
    }
    const all = [...answered.values()].reduce((sum, { weight }) => sum + weight, 0)
    const rare = Object.entries(eligible).filter(([category, people]) => {
      const { answers, weight } = answered.get(category) ?? { answers: 0, weight: 0 }
      return (weight / all) * (answers < FEWEST ? MERGED : TRIM.upper) < people / everybody
    })
    return rare.reduce((sum, [, people]) => sum + people, 0) > MOST * everybody
  })
}
