/** Traits by which travelers are grouped. */
export type FoundTrait = 'locale' | 'tripType' | 'channel' | 'region'

export interface FoundValues {
  /** The first values, new ones before the others. */
  readonly values: readonly {
    readonly value: string
    readonly count: number
    /** True if the register has travelers, but none with this value. */
    readonly isNew: boolean
  }[]
  /** Number of values not listed. */
  readonly more: number
}
