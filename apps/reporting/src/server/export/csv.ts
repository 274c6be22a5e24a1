import { markText } from '@wayproof/evidence/marked-text'

/** A cell that Excel and WPS take as text: control characters become spaces, and what would begin a formula is marked. */
function cell(text: string): string {
  const plain = markText(text.replace(/\p{Cc}+/gu, ' '))
  return /[",;]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** Rows as a file for Excel and WPS: UTF-8 with its mark, commas, CR LF. */
export const csv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
