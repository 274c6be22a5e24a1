import type { Outcome } from '@wayproof/kernel/outcome'
import { ok } from '@wayproof/kernel/outcome'
import type { Cell, Field } from '../import/field.ts'
import { readCell } from '../import/read-cell.ts'
import { rowReader } from '../import/row-reader.ts'
import type { RowFault } from '../import/table-fault.ts'
import { defaultProfile } from '../profiles/default-profile.ts'
import { type RegisterId, registers } from '../register.ts'
import type { Cells } from './ports.ts'

/** A typed row: texts in the plain format by field. A missing field is empty. */
export type Texts = Readonly<Record<string, string>>

/** Parses typed texts like a file in the register's own format. */
export function readCells(
  register: RegisterId,
  texts: Texts,
): Outcome<Cells, { readonly code: 'bad-cells'; readonly cells: readonly RowFault[] }> {
  const { fields } = registers[register]
  const names = fields.map(({ name }) => name)
  const reader = rowReader(names, fields, defaultProfile(register))
  if (!reader.ok) throw new RangeError(`the plain form of ${register} is no form`)
  const faults: RowFault[] = []
  const cells = reader.value(
    names.map((name) => texts[name] ?? ''),
    1,
    (fault) => faults.push(fault),
  )
  return cells ? ok(cells) : { ok: false, fault: { code: 'bad-cells', cells: faults } }
}

/** Parses one text in the plain format. Returns null for an empty or invalid text. */
export function readCellOf(register: RegisterId, field: Field, text: string): Cell {
  const outcome = text === '' ? null : readCell(text, field, defaultProfile(register))
  return outcome?.ok ? outcome.value : null
}
