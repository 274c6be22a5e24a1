import type { Id } from '@wayproof/kernel/id'

/** Pseudo-item that counts whole answers by completeness. */
export const ALL_ITEMS = '*'

/** One counter of a cell. */
export interface TallyEntry {
  readonly cellId: Id
  readonly item: string
  readonly value: string
}

/** A counter that differs from the answers. */
export interface TallyDifference extends TallyEntry {
  readonly stored: number
  readonly counted: number
}

/** Result of recounting a wave's answers. */
export interface RebuiltTallies {
  readonly cells: number
  /** Null if the answers were deleted on schedule, so that nothing can be checked. */
  readonly answers: number | null
  /** The wrong counters with their old values; they are now corrected. */
  readonly differences: readonly TallyDifference[]
}

/** Distribution of the answers to `overall`; `blank` counts people who answered other items only. */
export interface SatisfactionCounts {
  readonly waveId: Id
  readonly ruleVersion: string
  readonly minimumForStatus: number
  /** Very dissatisfied (1) to very satisfied (5). */
  readonly counts: readonly [number, number, number, number, number]
  readonly notApplicable: number
  readonly dontKnow: number
  readonly blank: number
  readonly answered: number
}
