import { markText } from '@wayproof/evidence/marked-text'

const NUMBER = /^[-+]?\d+([.,]\d+)*\s?%?$/

/** A cell that a spreadsheet takes as text or number: no tab or line break, no formula, no quote that opens a longer cell. */
function cell(text: string): string {
  const plain = text.replace(/[\t\r\n]+/g, ' ')
  const safe = NUMBER.test(plain) ? plain : markText(plain)
  return safe.startsWith('"') ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as tab-separated text for the clipboard, as Excel and WPS paste it. */
export const tsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(cell).join('\t')).join('\r\n')
