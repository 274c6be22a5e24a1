import type { Cells, Field } from '@wayproof/evidence'
import { Verbatim } from '../surface/verbatim.tsx'
import { cellWords } from './cell-words.ts'
import { useReader } from './use-reader.ts'

interface CellValueProps {
  readonly field: Field
  readonly cells: Cells
}

/** A cell to look at; what its writer chose the words of is shown as it stands. */
export function CellValue({ field, cells }: CellValueProps) {
  const words = cellWords(field, cells[field.name] ?? null, useReader())
  const written = (field.kind === 'text' || field.kind === 'list') && !field.values
  return written ? <Verbatim>{words}</Verbatim> : words
}
