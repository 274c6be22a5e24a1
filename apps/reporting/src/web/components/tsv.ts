import { markText } from '@wayproof/evidence/import/marked-text'

const NUMBER = /^[-+]?\d+([.,]\d+)*\s?%?$/

/** Makes a cell safe for spreadsheets: no tab or line break, no formula, no unbalanced quote. */
function cell(text: string): string {
  const singleLine = text.replace(/[\t\r\n]+/g, ' ')
  const safe = NUMBER.test(singleLine) ? singleLine : markText(singleLine)
  return safe.startsWith('"') ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Writes rows as tab-separated text, which Excel and WPS paste as cells. */
export const tsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(cell).join('\t')).join('\r\n')
