import type { Cells } from '@wayproof/evidence'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { useLanguage } from '../language.tsx'
import { Facts } from '../surface/facts.tsx'
import { Panel } from '../surface/panel.tsx'
import { CellValue } from './cell-value.tsx'
import { RowStateMark } from './row-state-mark.tsx'

interface RowFactsProps {
  readonly register: RegisterId
  readonly cells: Cells
  /** Whether the row is in the register: one that was removed stands nowhere any more. */
  readonly there: boolean
}

export function RowFacts({ register, cells, there }: RowFactsProps) {
  const { words } = useLanguage()
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  const facts = registers[register].fields.map(
    (field) => [names[field.name] ?? field.name, <CellValue key={field.name} field={field} cells={cells} />] as const,
  )
  return (
    <Panel title={words.reporting.rows.row} actions={there ? <RowStateMark register={register} cells={cells} /> : null}>
      <Facts facts={facts} />
    </Panel>
  )
}
