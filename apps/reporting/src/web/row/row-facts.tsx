import type { Cells } from '@wayproof/evidence'
import { referredTo } from '@wayproof/evidence/references'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { CellValue } from '../cells/cell-value.tsx'
import { RowStateMark } from '../cells/row-state-mark.tsx'
import { Facts } from '../components/facts.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { ReferredRow } from './referred-row.tsx'

interface RowFactsProps {
  readonly register: RegisterId
  readonly cells: Cells
  /** Whether the row still exists; a removed row has no state. */
  readonly rowExists: boolean
}

export function RowFacts({ register, cells, rowExists }: RowFactsProps) {
  const { words } = useLanguage()
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const facts = registers[register].fields.map((field) => {
    const cell = cells[field.name]
    // `foundIn` refers to a scan or an assessment, so it has no single register.
    const referredRegister = field.name === 'foundIn' ? null : referredTo(register, field.name)
    const value =
      referredRegister && typeof cell === 'string' ? (
        <ReferredRow register={referredRegister} id={cell} />
      ) : (
        <CellValue field={field} cells={cells} />
      )
    return [names[field.name] ?? field.name, value] as const
  })
  return (
    <Panel
      title={words.reporting.rows.row}
      actions={rowExists ? <RowStateMark register={register} cells={cells} /> : null}
    >
      <Facts facts={facts} />
    </Panel>
  )
}
