import type { Id } from '@wayproof/kernel'

/** The item that counts the answers themselves, by how complete they are. */
export const ALL_ITEMS = '*'

/** One counter of a cell. */
export interface TallyEntry {
  readonly cellId: Id
  readonly item: string
  readonly value: string
}

/** A counter that does not hold what the answers say. */
export interface TallyDifference extends TallyEntry {
  readonly stored: number
  readonly counted: number
}

/** What counting a wave's answers anew came to. */
export interface RebuiltTallies {
  readonly cells: number
  /** Null where they were deleted on schedule: then nothing is left to check against. */
  readonly answers: number | null
  /** Counters that were wrong, as they were; they are right now. */
  readonly differences: readonly TallyDifference[]
}

/** How the answers to `overall` fall; `blank` gave other answers but not this one. */
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
