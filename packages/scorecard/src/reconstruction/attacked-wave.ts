import { MARGINS, type Margin } from '../breakdown/margin.ts'
import type { ItemCounts, SatisfactionFacts, Weighable } from '../facts.ts'
import type { GoalContext } from '../goals/goal-context.ts'
import type { PublishedStep } from '../publish/published-step.ts'

/** The final answers of a wave, with the data for judging its figures. */
export interface AttackedWave {
  readonly satisfaction: SatisfactionFacts
  readonly context: GoalContext
  /** Trust in the company, weighted like the headline; null if not asked. */
  readonly trust: Weighable | null
  readonly groups: AttackedGroups
}

/** Tallies of a wave by cell, with the number of people asked in each. */
export interface AttackedGroups {
  readonly smallestGroup: number
  readonly cells: readonly AttackedCell[]
}

export interface AttackedCell extends Readonly<Record<Margin, string>> {
  readonly invited: number
  readonly counts: Readonly<Record<string, ItemCounts>>
}

/** Another wave whose satisfaction is published as a change from or to this one. */
export interface ComparedWave {
  readonly wave: AttackedWave
  readonly step: PublishedStep
  readonly side: 'before' | 'after'
}

/** Matches cells of the estimate and of the tallies by their categories. */
export const cellName = (categories: Readonly<Partial<Record<Margin, string>>>): string =>
  JSON.stringify(MARGINS.map((margin) => categories[margin] ?? ''))
