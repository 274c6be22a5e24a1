// Control characters and invisible marks: direction marks reverse a text, and zero-width ones make two equal-looking
// texts differ. The two joiners are allowed because scripts and emoji need them.
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

const PLAIN = /^[ -~]*$/

/** Returns true if a name or another single-line text has no invisible characters. */
export const isVisibleLine = (text: string): boolean => PLAIN.test(text) || !UNSEEN.test(text)

/** Same check for a text that may contain line breaks and tabs. */
export const isVisibleText = (text: string): boolean => isVisibleLine(text.replaceAll(/[\t\n\r]/g, ' '))

/** The text with the code point of each invisible character in its place, as `[U+202E]`. */
export const namedUnseen = (text: string): string =>
  text.replaceAll(new RegExp(UNSEEN, 'gu'), (character) => {
    const code = character.codePointAt(0) ?? 0
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  })
