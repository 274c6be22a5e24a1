/** What a spreadsheet takes for a formula, in half and full width, also behind spaces, quotes and marks of ours. */
const FORMULA = /^[\s"'’]*[=+\-@＝＋－＠|%]/

/** A text as a cell that starts no formula in Excel or WPS: with an apostrophe in front, the mark they use themselves. */
export const markText = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** The text that a cell was before it was marked. Together with `markText` no text is lost or changed. */
export const unmarkText = (text: string): string => (text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text)
