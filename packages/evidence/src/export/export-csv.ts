import { markText } from '../import/marked-text.ts'
import { type RegisterId, registers } from '../register.ts'
import { cellText } from '../rows/cell-text.ts'
import type { Cells } from '../rows/ports.ts'

/**
 * Exports rows in the register's own CSV format: UTF-8 with a byte order mark, so that Excel and WPS read Chinese. No
 * cell starts a formula, and an import of the file restores the same rows.
 */
export async function* exportCsv(register: RegisterId, pages: AsyncIterable<readonly Cells[]>): AsyncGenerator<string> {
  const { fields } = registers[register]
  yield `\ufeff${fields.map(({ name }) => name).join(',')}\r\n`
  for await (const rows of pages) {
    const lines = rows.map((cells) =>
      fields.map((field) => quoted(markText(cellText(field, cells[field.name] ?? null)))).join(','),
    )
    yield lines.map((line) => `${line}\r\n`).join('')
  }
}

const quoted = (text: string): string => (/[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
