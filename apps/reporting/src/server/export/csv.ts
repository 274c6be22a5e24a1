import { markText } from '@wayproof/evidence/marked-text'

/** A cell that Excel and WPS read as text: control characters become spaces, and the start of a formula is escaped. */
function cell(text: string): string {
  const plainText = markText(text.replace(/\p{Cc}+/gu, ' '))
  return /[",;]/.test(plainText) ? `"${plainText.replaceAll('"', '""')}"` : plainText
}

/** Rows as a file for Excel and WPS: UTF-8 with a byte order mark, commas, CR LF. */
export const csv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
