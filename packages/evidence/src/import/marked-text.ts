/** Characters that start a formula in a spreadsheet, in half and full width. */
const FORMULA = /[=+\-@＝＋－＠|%]/
/** Characters allowed before a formula: spaces, quotes, and apostrophes that we added. */
const BEFORE_FORMULA = /[\s"'’]/
/**
 * Characters after which a spreadsheet may start a cell, whatever its locale's separator and however the text is
 * quoted.
 */
const SEPARATOR = /[;\t\r\n]/

/** Puts an apostrophe, the spreadsheets' own mark, before every place where Excel or WPS could start a formula. */
export const markText = (text: string): string => atFormulaStarts(text, (rest) => `'${rest}`)

/** Removes the apostrophes of `markText`. Together they restore every text unchanged. */
export const unmarkText = (text: string): string =>
  atFormulaStarts(text, (rest) => (rest.startsWith("'") ? rest.slice(1) : rest))

/**
 * Applies `change` to each part of `text` that may start a formula: the beginning, and parts after a separator. Linear
 * time.
 */
function atFormulaStarts(text: string, change: (part: string) => string): string {
  if (!FORMULA.test(text)) return text
  const starts: number[] = []
  let leads = false
  for (let place = text.length - 1; place >= 0; place -= 1) {
    const character = text.charAt(place)
    leads = FORMULA.test(character) || (leads && BEFORE_FORMULA.test(character))
    if (leads && (place === 0 || SEPARATOR.test(text.charAt(place - 1)))) starts.push(place)
  }
  if (starts.length === 0) return text
  const parts: string[] = []
  let end = text.length
  for (const start of starts) {
    parts.push(change(text.slice(start, end)))
    end = start
  }
  return text.slice(0, end) + parts.reverse().join('')
}
