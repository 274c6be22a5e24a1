import type { Field } from '@wayproof/evidence/import/field'
import type { RegisterId } from '@wayproof/evidence/register'
import type { Cells, RowOrigin, StoredRow } from '@wayproof/evidence/rows/ports'
import { hasStates } from '@wayproof/evidence/rows/row-state'
import { dueField } from '@wayproof/evidence/rows/row-view'
import type { Messages } from '@wayproof/messages/en'
import { CellValue } from '../cells/cell-value.tsx'
import { isUnbroken } from '../cells/is-unbroken.ts'
import { RowStateMark } from '../cells/row-state-mark.tsx'
import ui from '../components/components.module.css'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { DueMark } from './due-mark.tsx'
import { rowDue, timeLeft } from './row-due.ts'
import styles from './row-list.module.css'

/** Facts of other registers that the cells show. */
export interface ListContext {
  /** Names of the partners that the rows refer to. */
  readonly partnerNames: Readonly<Record<string, string>>
  /** Milliseconds until the next notice of an incident is due, by its id. */
  readonly noticesDue: Readonly<Record<string, number>>
}

interface ListCellProps {
  readonly register: RegisterId
  readonly column: ListColumn
  readonly row: StoredRow
  readonly context: ListContext
  /** Whether a phone shows the cell. */
  readonly isCompact: boolean
}

export function ListCell({ register, column, row, context, isCompact }: ListCellProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const { field } = column
  const compact = isCompact || undefined
  if (column.id === 'source')
    return (
      <td className={styles.sourceCell}>
        <SourceIcon origin={row.origin} />
      </td>
    )
  if (column.id === 'row-state')
    return (
      <td data-label={headOf(column, text)} data-compact={compact} data-whole>
        <RowStateMark register={register} cells={row.cells} isShort />
      </td>
    )
  if (!field) {
    const left = context.noticesDue[String(row.cells.id)]
    return (
      <td
        data-label={headOf(column, text)}
        data-compact={compact}
        data-empty={left === undefined || undefined}
        data-whole
      >
        {left === undefined ? words.reporting.shell.none : <DueMark due={timeLeft(left, words.deadlines.left)} />}
      </td>
    )
  }
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const isNumber = (field.kind === 'integer' && !field.year) || field.kind === 'number'
  return (
    <td
      data-label={names[field.name]}
      data-compact={compact}
      data-number={isNumber || undefined}
      data-whole={isUnbroken(field)}
      data-empty={row.cells[field.name] == null || undefined}
    >
      <FieldCell register={register} field={field} cells={row.cells} partnerNames={context.partnerNames} />
    </td>
  )
}

/** The file, system or hand that a row came from, behind an icon. */
function SourceIcon({ origin }: { readonly origin: RowOrigin | null }) {
  const text = useLanguage().words.reporting.rows
  const source = !origin
    ? text.byHand
    : `${origin.byKey ? `${text.byApi} ${origin.by}` : origin.fileName}, ${text.fromRow(origin.rowNumber)}`
  return (
    <span className={styles.source} translate="no" title={source} role="img" aria-label={`${text.source}: ${source}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {origin ? (
          <path d="M4 1.5h5l3 3v10H4zM9 1.5v3h3M6 8h4M6 11h4" />
        ) : (
          <path d="M10.5 2.5l3 3-8 8-3.5.5.5-3.5zM8.5 4.5l3 3" />
        )}
      </svg>
    </span>
  )
}

interface FieldCellProps {
  readonly register: RegisterId
  readonly field: Field
  readonly cells: Cells
  readonly partnerNames: Readonly<Record<string, string>>
}

/** The value of a field: a partner by its name, a due day with its countdown. */
export function FieldCell({ register, field, cells, partnerNames }: FieldCellProps) {
  const { words } = useLanguage()
  const { today } = useOrganisationDays()
  const cell = cells[field.name]
  const partner = field.name === 'partnerId' && typeof cell === 'string' ? partnerNames[cell] : undefined
  const due = dueField(register) === field.name ? rowDue(register, cells, today, words.deadlines.left) : null
  const value = <CellValue field={field} cells={cells} />
  if (partner === undefined && !due) return value
  return (
    <>
      {due ? <DueMark due={due} /> : <Verbatim>{partner}</Verbatim>}
      <span className={`${ui.below} ${styles.second}`}>{value}</span>
    </>
  )
}

/** A column after the first: a field, or what is computed from the row. */
export interface ListColumn {
  readonly id: string
  readonly field: Field | null
}

/** The columns of a register that can be shown. Incidents have the deadline of their next notice. */
export const listColumns = (register: RegisterId, choices: readonly Field[]): readonly ListColumn[] => [
  ...(hasStates(register) ? [{ id: 'row-state', field: null }] : []),
  ...(register === 'incidents' ? [{ id: 'notice-due', field: null }] : []),
  ...choices.map((field) => ({ id: field.name, field })),
  { id: 'source', field: null },
]

const MOST_COMPACT = 3

/** The columns that a phone shows: how a row stands and when it is due, then its first fields. */
export function compactColumns(register: RegisterId, columns: readonly ListColumn[]): readonly ListColumn[] {
  const due = dueField(register)
  const fields = columns.filter(({ id }) => id !== 'source')
  const first = fields.filter(({ id, field }) => !field || id === due)
  return [...first, ...fields.filter((column) => !first.includes(column))].slice(0, MOST_COMPACT)
}

/** The heading of a computed column. */
export const headOf = ({ id }: ListColumn, text: Messages['reporting']['rows']): string =>
  id === 'row-state' ? text.state : text.due
