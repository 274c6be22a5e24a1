import type { Cells, Field } from '@wayproof/evidence'
import { Verbatim } from '../components/verbatim.tsx'
import { cellWords, isWritten } from './cell-words.ts'
import { useReader } from './use-reader.ts'

interface CellValueProps {
  readonly field: Field
  readonly cells: Cells
}

/** A cell to look at; what its writer chose the words of is shown as it stands. */
export function CellValue({ field, cells }: CellValueProps) {
  const reader = useReader()
  const cell = cells[field.name] ?? null
  const words = cellWords(field, cell, reader)
  return isWritten(field, cell, reader) ? <Verbatim>{words}</Verbatim> : words
}
