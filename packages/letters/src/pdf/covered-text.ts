import { readFileSync } from 'node:fs'

const TABLE_ENTRY = 16
const FIRST_ENTRY = 12
const GROUP = 12
const GROUPS_FROM = 16
/** The table of a font that covers all of Unicode. */
const FULL_TABLE = 12

/** Ranges of the characters that a TrueType font draws, in order. */
type Coverage = readonly (readonly [first: number, last: number])[]

/** Replaces characters that the font lacks. */
const NO_GLYPH = '□'
/** Longer than a line of the narrowest column: a place to break is put in. */
const LONG_RUN = /[^\s\p{Script=Han}-]{30}(?=[^\s\p{Script=Han}-])/gu
const BREAK_HERE = '\u200b'

/** Which characters the font of a file draws. */
function readCoverage(path: string): Coverage {
  const font = readFileSync(path)
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, n) => FIRST_ENTRY + n * TABLE_ENTRY)
  const entry = entries.find((each) => font.toString('latin1', each, each + 4) === 'cmap')
  if (entry === undefined) throw new Error(`${path} maps no characters`)
  const cmap = font.readUInt32BE(entry + 8)
  const tables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, n) => cmap + font.readUInt32BE(cmap + 4 + n * 8 + 4),
  )
  const full = tables.find((table) => font.readUInt16BE(table) === FULL_TABLE)
  if (full === undefined) throw new Error(`${path} does not map all of Unicode`)
  return Array.from({ length: font.readUInt32BE(full + 12) }, (_, n) => {
    const group = full + GROUPS_FROM + n * GROUP
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
  })
}

/**
 * Makes any text one that the fonts of these files can draw, since a letter that is not drawn is not tagged either: what
 * breaks or turns a line becomes a space, what no font has a box, and a very long word gets places to break.
 */
export function coveredText(paths: readonly string[]): (text: string) => string {
  const coverages = paths.map(readCoverage)
  const isCovered = (mark: string) => {
    const code = mark.codePointAt(0) ?? 0
    return coverages.every((coverage) => coverage.some(([first, last]) => code >= first && code <= last))
  }
  return (text) =>
    text
      .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ')
      .replaceAll(/[^ -~]/gu, (mark) => (isCovered(mark) ? mark : NO_GLYPH))
      .replaceAll(LONG_RUN, `$&${BREAK_HERE}`)
}
