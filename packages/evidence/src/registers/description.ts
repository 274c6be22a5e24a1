import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { CheckContext, CheckFault } from '../checks/row-check.ts'
import type { Cell, Field, FieldKind } from '../import/field.ts'
import type { TableRow } from '../import/table.ts'

/** Office that maintains a register. The privacy officer may write in all registers. */
export type Keeper = 'officer' | 'human-resources' | 'procurement' | 'it-security' | 'customer-service'

type NameOf<Row> = keyof Row & string

/**
 * Everything that one register is. Reading, checking, storing, listing and exporting it are derived from here, so a new
 * register needs no other code.
 */
export interface Description<Row> {
  readonly fields: readonly Field[]
  /** Key fields, in order; no two rows agree in all of them. */
  readonly key: readonly NameOf<Row>[]
  readonly keeper: Keeper
  /** Database table. Its columns are the fields in snake case: first the key, then the others in order. */
  readonly table: string
  /** A list among the key fields: a row is stored as one record for each item, in a column of this name. */
  readonly itemColumn?: { readonly field: NameOf<Row>; readonly column: string }
  /** Columns without a field, computed when a row is stored. They come after the column of a field. */
  readonly computed?: {
    readonly after: NameOf<Row>
    readonly columns: readonly { readonly name: string; readonly kind: FieldKind }[]
    readonly values: (row: Row) => readonly Cell[]
  }
  /** Fields that describe a member of staff. The rows are deleted after the employment and hidden from most roles. */
  readonly personal?: {
    readonly fields: readonly NameOf<Row>[]
    readonly basis: 'legal-obligation' | 'staff-management'
  }
  /** Fields that contain the identifier of a row in another register, with the registers it may be in. */
  readonly references?: { readonly [Name in NameOf<Row>]?: readonly string[] }
  /** Checks of a row beyond its cells. */
  readonly check?: (row: TableRow<Row>, context: CheckContext) => readonly CheckFault[]
  /** Checks across rows. */
  readonly checkAll?: (rows: readonly TableRow<Row>[], context: CheckContext) => readonly CheckFault[]
  /** When a row is due, and the field that is filled in once it is done; without it, a row stays due. */
  readonly due?: { readonly field: NameOf<Row>; readonly done?: NameOf<Row> }
  /** The cell of a row that is still open, in a register without due days. */
  readonly open?: { readonly field: NameOf<Row>; readonly cell: Cell }
  /** State of a row on a day, never stored. */
  readonly state?: (row: Row, today: CalendarDate) => string
}
