import type { RegisterId } from '@wayproof/evidence/register'
import type { StoredRow } from '@wayproof/evidence/rows/ports'
import { isUnbroken } from '../cells/is-unbroken.ts'
import { RowStateMark } from '../cells/row-state-mark.tsx'
import { useLanguage } from '../language.tsx'
import { DueMark } from './due-mark.tsx'
import { FieldCell } from './field-cell.tsx'
import { headOf, type ListColumn } from './list-columns.ts'
import { timeLeft } from './row-due.ts'
import styles from './row-list.module.css'
import { SourceIcon } from './source-icon.tsx'

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
