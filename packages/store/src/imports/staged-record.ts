import type { RegisterId } from '@wayproof/evidence'
import type { TypedColumn } from '../engine/query/dialect.ts'
import type { Value } from '../registers/register-columns.ts'

/** The columns of a table that an import fills. */
export interface Target {
  readonly register: RegisterId
  readonly table: string
  readonly key: readonly string[]
  readonly values: readonly string[]
  /** Columns of the key and of the values, in this order. */
  readonly columns: readonly TypedColumn[]
}

export interface StagedRecord {
  readonly rowNumber: number
  readonly values: readonly Value[]
}
