import { markText } from '@wayproof/evidence/marked-text'

/** A cell that Excel and WPS read as text: control characters become spaces, and the start of a formula is escaped. */
function cell(text: string): string {
  const plainText = markText(text.replace(/\p{Cc}+/gu, ' '))
  return /[",;]/.test(plainText) ? `"${plainText.replaceAll('"', '""')}"` : plainText
}

type Rows = readonly (readonly string[])[]

const lines = (rows: Rows): string => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

/** Rows as a file for Excel and WPS: UTF-8 with a byte order mark, commas, CR LF. */
export const csv = (rows: Rows): string => `\uFEFF${lines(rows)}`

/** The same file, written while its rows are read. */
export async function* csvInChunks(chunks: AsyncIterable<Rows>): AsyncGenerator<string> {
  yield csv([])
  for await (const rows of chunks) yield lines(rows)
}
