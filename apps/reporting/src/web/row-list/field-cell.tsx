import type { Field } from '@wayproof/evidence/import/field'
import type { RegisterId } from '@wayproof/evidence/register'
import type { Cells } from '@wayproof/evidence/rows/ports'
import { dueField } from '@wayproof/evidence/rows/row-view'
import { CellValue } from '../cells/cell-value.tsx'
import ui from '../components/components.module.css'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { DueMark } from './due-mark.tsx'
import { rowDue } from './row-due.ts'
import styles from './row-list.module.css'

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
