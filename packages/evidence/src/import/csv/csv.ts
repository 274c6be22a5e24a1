import { markText } from '../marked-text.ts'

/** A cell that Excel and WPS read as text: control characters become spaces, and the start of a formula is escaped. */
function cell(text: string): string {
  const plainText = markText(text.replace(/\p{Cc}+/gu, ' '))
  return /[",;]/.test(plainText) ? `"${plainText.replaceAll('"', '""')}"` : plainText
}

/** Rows as lines of a file for Excel and WPS: commas, CR LF. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

/** Rows as a whole file: UTF-8 with a byte order mark. */
export const csv = (rows: readonly (readonly string[])[]): string => `\uFEFF${csvLines(rows)}`
