/** What a spreadsheet takes for the start of a formula, in half and full width. */
const FORMULA = /[=+\-@＝＋－＠|%]/
/** What may stand before it: spaces, quotes, and marks of ours. */
const BEFORE_FORMULA = /[\s"'’]/
/** After these a spreadsheet may begin a cell, whatever its locale takes for the separator and however the text is quoted. */
const SEPARATOR = /[;\t\r\n]/

/**
 * A text that starts no formula in Excel or WPS, wherever they begin a cell in it: with an apostrophe in front of each, the
 * mark they use themselves.
 */
export const markText = (text: string): string => atFormulaStarts(text, (rest) => `'${rest}`)

/** The text that a cell was before it was marked. Together with `markText` no text is lost or changed. */
export const unmarkText = (text: string): string =>
  atFormulaStarts(text, (rest) => (rest.startsWith("'") ? rest.slice(1) : rest))

/** Changes each part of `text` that starts a formula: the first, and those behind separators. Linear in the text. */
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
