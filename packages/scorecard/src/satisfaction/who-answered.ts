import { chiSquareGof, pAdjust } from '@wayproof/statistics'
import type { Collapsed } from './collapse-margins.ts'

const ALPHA = 0.05

/**
 * The margins on which those who answered differ from all eligible customers by more than chance: chi-square of the
 * answers, each by 1 / chance of being asked, against the frame (first-order corrected for those weights, Rao and Scott
 * 1981), p < .05 after Holm over the margins. Only which, never by how much: a statistic of few answers would tell them.
 */
export function marginsApart({ cells, margins }: Collapsed): readonly string[] {
  const names = Object.keys(margins)
  const tests = names.map((margin) => fitOf(cells, margin, margins[margin] ?? {}))
  const { holm } = pAdjust({ p: tests.map((p) => p ?? 1) })
  return names.filter((_, i) => (holm[i] ?? 1) < ALPHA)
}

/** p of the fit on one margin; null where it has one category, or nobody answered. */
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
  // As many answers as would be as sure with equal weights (Kish): weights / squares each.
  const observed = categories.map((category) => ((answers.get(category) ?? 0) * weights) / squares)
  return chiSquareGof({ observed, expectedShare: categories.map((category) => eligible[category] ?? 0) }).p
}
