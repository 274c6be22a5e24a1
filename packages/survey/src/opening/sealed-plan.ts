import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { Margin } from '../sampling/categories.ts'

/** The parts of a wave's opening plan that its method report names in addition to the wave itself. */
export interface SealedPlan {
  /** Minimum number of people behind any published figure. */
  readonly smallestGroup: number
  /** Version of the privacy notice. */
  readonly noticeVersion: string | null
  /** Number of cells in which answers are counted. */
  readonly cells: number
  /** Cells that were merged because one domain or one person's imports dominated them. */
  readonly dominatedCells: number
  /**
   * Margins that answers are weighted to, with their number of categories. The number of people in a category is not
   * disclosed.
   */
  readonly margins: readonly { readonly margin: Margin; readonly categories: number }[]
  /** The questionnaire that travelers were asked. */
  readonly questionnaire: Questionnaire
}
