import type { RegisterId } from '@wayproof/evidence/register'
import type { RowOrigin, StoredRow } from '@wayproof/evidence/rows/ports'
import { isUnbroken } from '../cells/is-unbroken.ts'
import { RowStateMark } from '../cells/row-state-mark.tsx'
import { useLanguage } from '../language.tsx'
import { DueMark } from './due-mark.tsx'
import { FieldCell } from './field-cell.tsx'
import { headOf, type ListColumn } from './list-columns.ts'
import { timeLeft } from './row-due.ts'
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
