import type { Cell, Field } from '../import/field.ts'
import { type ImportProfile, plainProfile } from '../import/profile.ts'
import { readCell } from '../import/read-cell.ts'

const plain: ImportProfile = { ...plainProfile, columns: {} }

/** The cell that a text in the plain form stands for; null for an empty text and for one that stands for none. */
export function readCellOf(field: Field, text: string): Cell {
  const read = text === '' ? null : readCell(text, field, plain)
  return read?.ok ? read.value : null
}
