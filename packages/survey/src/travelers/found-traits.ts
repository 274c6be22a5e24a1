/** What travelers are grouped by. */
export type FoundTrait = 'locale' | 'tripType' | 'channel' | 'region'

export interface FoundValues {
  /** The first, those that are new before the others. */
  readonly values: readonly {
    readonly value: string
    readonly count: number
    /** Whether no traveler of the register has it, where there are any. */
    readonly isNew: boolean
  }[]
  /** How many others there are. */
  readonly more: number
}
