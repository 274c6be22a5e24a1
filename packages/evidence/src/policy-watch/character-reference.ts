/** What HTML writes after a letter to say its mark, as the combining character. */
const MARKS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  ring: '\u030a',
  cedil: '\u0327',
  caron: '\u030c',
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  oslash: 'ø',
  Oslash: 'Ø',
}

/**
 * Text with its character references resolved. Names of letters are known; any other name is punctuation or a symbol,
 * which a fingerprint leaves out anyway, and becomes nothing.
 */
export function resolveReferences(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});?/gi, (_, name: string) =>
    name.startsWith('#') ? numbered(name.slice(1)) : (NAMED[name] ?? marked(name)),
  )
}

function numbered(digits: string): string {
  const point = digits.startsWith('x') || digits.startsWith('X') ? Number(`0${digits}`) : Number(digits)
  return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : ''
}

function marked(name: string): string {
  const mark = MARKS[name.slice(1)]
  return mark ? `${name[0]}${mark}`.normalize('NFC') : ''
}
