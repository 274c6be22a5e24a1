/** A cell that a spreadsheet takes as text: no tab or line break, and no beginning of a formula unless it is a number. */
function cell(text: string): string {
  const plain = text.replace(/[\t\r\n]+/g, ' ')
  const number = /^[-+]?\d+([.,]\d+)*\s?%?$/.test(plain)
  return !number && /^\s*[=+\-@＝＋－＠]/.test(plain) ? `'${plain}` : plain
}

/** Rows as tab-separated text for the clipboard, as Excel and WPS paste it. */
export const tsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(cell).join('\t')).join('\r\n')
