// Control characters, and marks that nobody sees: direction marks turn a text around, zero-width ones make two texts that
// look alike differ. The two joiners stay, which scripts and emoji need.
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

const PLAIN = /^[ -~]*$/

/** Whether a name, or another text of one line, shows all that it holds. */
export const isVisibleLine = (text: string): boolean => PLAIN.test(text) || !UNSEEN.test(text)

/** The same of a text that may have several lines and tabs. */
export const isVisibleText = (text: string): boolean => isVisibleLine(text.replaceAll(/[\t\n\r]/g, ' '))
