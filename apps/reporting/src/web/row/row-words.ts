import type { PreviewRow } from '@wayproof/evidence/ports'
import { type RegisterId, registers } from '@wayproof/evidence/register'
import { keyFields } from '@wayproof/evidence/rows/key-fields'
import type { Cells } from '@wayproof/evidence/rows/ports'
import type { Messages } from '@wayproof/messages/en'
import { cellWords, type Reader } from '../cells/cell-words.ts'

/** Formats the row's key for the reader. */
export const keyWordsOf = (register: RegisterId, cells: Cells, reader: Reader): string =>
  registers[register].fields
    .filter(({ name }) => keyFields(register).includes(name))
    .map((field) => cellWords(field, cells[field.name] ?? null, reader))
    .join(' · ')

/** Describes each changed cell in one line; empty for a new or removed row. */
export function changesOf(
  register: RegisterId,
  { before, after }: { readonly before: Cells | null; readonly after: Cells | null },
  reader: Reader,
): string[] {
  if (!before || !after) return []
  const { words } = reader
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  return registers[register].fields.flatMap((field) => {
    const [was = '', is = ''] = [before, after].map((cells) => cellWords(field, cells[field.name] ?? null, reader))
    return was === is ? [] : [words.reporting.rows.fromTo(names[field.name] ?? field.name, was, is)]
  })
}

/** Lists the rows that a file would rename. */
export const renamesOf = (preview: readonly PreviewRow[], text: Messages['reporting']['imports']): string[] =>
  preview.flatMap(({ before, after }) =>
    before && before.name !== after.name ? [text.renamed(String(before.name), String(after.name))] : [],
  )
