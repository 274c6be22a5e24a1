import { chiSquareGof } from '@wayproof/statistics/tables/chi-square'
import { pAdjust } from '@wayproof/statistics/tables/multiplicity'
import type { Collapsed } from './collapse-margins.ts'

const ALPHA = 0.05

/**
 * Margins on which respondents differ significantly from all eligible customers: chi-square of the answers, each
 * weighted by 1 / probability of invitation, against the frame (first-order correction, Rao and Scott 1981), p < .05
 * after Holm over the margins. Only the names are returned, because a statistic of few answers would reveal them.
 */
export function marginsApart({ cells, margins }: Collapsed): readonly string[] {
  const names = Object.keys(margins)
  const tests = names.map((margin) => fitOf(cells, margin, margins[margin] ?? {}))
  const { holm } = pAdjust({ p: tests.map((p) => p ?? 1) })
  return names.filter((_, i) => (holm[i] ?? 1) < ALPHA)
}

/** p-value of the fit on one margin; null for one category or without answers. */
function fitOf(cells: Collapsed['cells'], margin: string, eligible: Readonly<Record<string, number>>): number | null {
  const categories = Object.keys(eligible)
  const answers = new Map(categories.map((category) => [category, 0]))
  let [weights, squares] = [0, 0]
  for (const { categories: of, opinions, baseWeight } of cells) {
    const category = of[margin] ?? ''
    answers.set(category, (answers.get(category) ?? 0) + opinions * baseWeight)
    weights += opinions * baseWeight
    squares += opinions * baseWeight ** 2
  }
  if (weights === 0) return null
  // Scaled to the effective sample size (Kish): weights / squares each.
  const observed = categories.map((category) => ((answers.get(category) ?? 0) * weights) / squares)
  return chiSquareGof({ observed, expectedShare: categories.map((category) => eligible[category] ?? 0) }).p
}
