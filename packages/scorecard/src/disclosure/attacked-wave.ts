import { MARGINS, type Margin } from '../breakdown/margin.ts'
import type { ItemCounts, SatisfactionFacts, Weighable } from '../facts.ts'
import type { GoalContext } from '../goals/goal-context.ts'
import type { PublishedStep } from '../publish/published-step.ts'

/** The answers of a wave that can no longer change, with what its figures are judged by. */
export interface AttackedWave {
  readonly satisfaction: SatisfactionFacts
  readonly context: GoalContext
  /** Trust in the company, weighted as the headline is; null where it was not asked. */
  readonly trust: Weighable | null
  readonly groups: AttackedGroups
}

/** The tallies of a wave by cell, and how many of each were asked. */
export interface AttackedGroups {
  readonly smallestGroup: number
  readonly cells: readonly AttackedCell[]
}

export interface AttackedCell extends Readonly<Record<Margin, string>> {
  readonly invited: number
  readonly counts: Readonly<Record<string, ItemCounts>>
}

/** Another wave whose satisfaction is published as a change from or to it. */
export interface ComparedWave {
  readonly wave: AttackedWave
  readonly step: PublishedStep
  readonly side: 'before' | 'after'
}

/** Where a cell of the estimate stands among the tallies: both are named by their categories. */
export const cellName = (categories: Readonly<Partial<Record<Margin, string>>>): string =>
  JSON.stringify(MARGINS.map((margin) => categories[margin] ?? ''))
