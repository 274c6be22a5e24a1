import type { RowFault } from '../import/table-fault.ts'
import type { RegisterId } from '../register.ts'

/** A cell that is no longer what somebody saw, as texts in the plain form. */
export interface CellChange {
  readonly field: string
  readonly seen: string
  readonly now: string
}

/** Why a row was not written. Nothing was changed. */
export type WriteFault =
  /** What an import of the same row would refuse; `column` is the field. */
  | { readonly code: 'bad-cells'; readonly cells: readonly RowFault[] }
  /** Somebody changed the row meanwhile. */
  | { readonly code: 'row-changed'; readonly changes: readonly CellChange[] }
  /** Rows of these registers refer to it. */
  | { readonly code: 'row-referred-to'; readonly registers: readonly RegisterId[] }
  | { readonly code: 'row-exists' | 'row-unknown' | 'row-unchanged' | 'key-changed' | 'reason-missing' }
