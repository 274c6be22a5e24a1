import type { ProposedRepair } from '../checks/propose-repairs.ts'
import type { RowFault } from '../import/table-fault.ts'
import type { RegisterId } from '../register.ts'

/** A cell that differs from the value the user saw, as texts in the plain format. */
export interface CellChange {
  readonly field: string
  readonly seen: string
  readonly now: string
}

/** A fault of a cell, with the reference that was probably meant. */
export type CellFault = RowFault & { readonly repair?: ProposedRepair }

/** Reason why a row was not written; nothing was changed. */
export type WriteFault =
  /** Faults that an import of the same row would report; `column` is the field. */
  | { readonly code: 'bad-cells'; readonly cells: readonly CellFault[] }
  /** Another user changed the row. */
  | { readonly code: 'row-changed'; readonly changes: readonly CellChange[] }
  /** Rows of these registers refer to it. */
  | { readonly code: 'row-referred-to'; readonly registers: readonly RegisterId[] }
  | { readonly code: 'row-exists' | 'row-unknown' | 'row-unchanged' | 'key-changed' | 'reason-missing' }
