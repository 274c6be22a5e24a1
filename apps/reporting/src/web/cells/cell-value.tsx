import type { Field } from '@wayproof/evidence/import/field'
import type { Cells } from '@wayproof/evidence/rows/ports'
import { Verbatim } from '../components/verbatim.tsx'
import { cellWords, isWritten } from './cell-words.ts'
import { useReader } from './use-reader.ts'

interface CellValueProps {
  readonly field: Field
  readonly cells: Cells
}

/** Shows a cell; free text is not translated. */
export function CellValue({ field, cells }: CellValueProps) {
  const reader = useReader()
  const cell = cells[field.name] ?? null
  const words = cellWords(field, cell, reader)
  return isWritten(field, cell, reader) ? <Verbatim>{words}</Verbatim> : words
}
