import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Field } from '@wayproof/evidence/import/field'
import type { RegisterId } from '@wayproof/evidence/register'
import type { Cells } from '@wayproof/evidence/rows/ports'
import { referredTo } from '@wayproof/evidence/rows/references'
import { dueField } from '@wayproof/evidence/rows/row-view'
import type { ReactNode } from 'react'
import { trpc } from '../api.ts'
import { CellValue } from '../cells/cell-value.tsx'
import { RowStateMark } from '../cells/row-state-mark.tsx'
import { Facts } from '../components/facts.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { DueMark } from '../row-list/due-mark.tsx'
import { rowDue } from '../row-list/row-due.ts'
import styles from './row.module.css'
import { rowSections } from './row-sections.ts'

interface RowFactsProps {
  readonly register: RegisterId
  readonly cells: Cells
  /** Whether the row still exists; a removed row has no state. */
  readonly rowExists: boolean
}

/** The cells of a row in sections, each label beside its value. */
export function RowFacts({ register, cells, rowExists }: RowFactsProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const sections = rowSections(register)
  return (
    <Panel title={text.row} actions={rowExists ? <RowStateMark register={register} cells={cells} isShort /> : null}>
      {sections.map(({ section, fields }) => (
        <section key={section} className={styles.section}>
          {sections.length > 1 ? <h3>{text.sections[section]}</h3> : null}
          <FactList
            facts={fields.map((field) => [
              names[field.name] ?? field.name,
              <FactValue key={field.name} register={register} field={field} cells={cells} />,
            ])}
          />
        </section>
      ))}
    </Panel>
  )
}

interface FactValueProps {
  readonly register: RegisterId
  readonly field: Field
  readonly cells: Cells
}

/** A cell with a link to the row that it refers to, or the time until it is due. */
export function FactValue({ register, field, cells }: FactValueProps) {
  const { words } = useLanguage()
  const { today } = useOrganisationDays()
  const cell = cells[field.name]
  // `foundIn` refers to a scan or an assessment, so it has no single register.
  const referredRegister = field.name === 'foundIn' ? null : referredTo(register, field.name)
  if (referredRegister && typeof cell === 'string') return <ReferredRow register={referredRegister} id={cell} />
  const value = <CellValue field={field} cells={cells} />
  const due = dueField(register) === field.name ? rowDue(register, cells, today, words.deadlines.left) : null
  if (!due) return value
  return (
    <>
      {value} <DueMark due={due} />
    </>
  )
}

/** Links the row of another register that a cell refers to. */
function ReferredRow({ register, id }: { readonly register: RegisterId; readonly id: string }) {
  const row = JSON.stringify([id])
  const { data } = useQuery(trpc.registerRow.show.queryOptions({ register, key: row }))
  const name = data?.row?.cells.name
  return (
    <Link to="/registers/$register" params={{ register }} search={{ row }}>
      <Verbatim>{typeof name === 'string' ? `${id} ${name}` : id}</Verbatim>
    </Link>
  )
}

interface FactListProps {
  readonly facts: readonly (readonly [name: string, value: ReactNode])[]
  /** In a drawer. */
  readonly isNarrow?: boolean
}

/** Labels beside their values, in two columns on a wide screen. */
export function FactList({ facts, isNarrow }: FactListProps) {
  return <Facts className={styles.facts} data-narrow={isNarrow || undefined} facts={facts} />
}
