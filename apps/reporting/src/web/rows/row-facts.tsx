import type { Cells } from '@wayproof/evidence'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { Facts } from '../surface/facts.tsx'
import { Panel } from '../surface/panel.tsx'
import { cellWords } from './cell-words.ts'
import { RowStateMark } from './row-state-mark.tsx'
import { useReader } from './use-reader.ts'

interface RowFactsProps {
  readonly register: RegisterId
  readonly cells: Cells
  /** Whether the row is in the register: one that was removed stands nowhere any more. */
  readonly there: boolean
}

export function RowFacts({ register, cells, there }: RowFactsProps) {
  const reader = useReader()
  const names: Readonly<Record<string, string>> = reader.words.registers.fields[register]
  const facts = registers[register].fields.map(
    (field) => [names[field.name] ?? field.name, cellWords(field, cells[field.name] ?? null, reader)] as const,
  )
  return (
    <Panel
      title={reader.words.reporting.rows.row}
      actions={there ? <RowStateMark register={register} cells={cells} /> : null}
    >
      <Facts facts={facts} />
    </Panel>
  )
}
