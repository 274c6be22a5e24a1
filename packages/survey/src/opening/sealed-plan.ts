import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { Margin } from '../sampling/cells.ts'

/** The plan a wave was opened with, as far as its method report names it beside the wave itself. */
export interface SealedPlan {
  /** Fewest people that a figure may rest on. */
  readonly smallestGroup: number
  /** Version of the privacy notice. */
  readonly noticeVersion: string | null
  /** Groups that answers are counted in. */
  readonly cells: number
  /** What answers are weighted to, with how many categories each has. How many people have one is told nobody. */
  readonly margins: readonly { readonly margin: Margin; readonly categories: number }[]
  /** As travelers were asked. */
  readonly questionnaire: Questionnaire
}
