/** RFC 2045 6.7: a line holds 76 characters at most, its last one may be the `=` of a soft break. */
const LONGEST_LINE = 75
const SOFT_BREAK = '=\r\n'

/** `text` as quoted-printable of its UTF-8; any line end becomes CRLF. */
export function quotedPrintable(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(lineOf)
    .join('\r\n')
}

/** Joins encoded pieces, each on own lines that the reader joins, so that no piece depends on its neighbors. */
export const joinPieces = (pieces: readonly string[]): string => pieces.join(SOFT_BREAK)

function lineOf(line: string): string {
  // Most lines encoded for each letter are a link.
  if (line.length <= LONGEST_LINE && /^[!-<>-~]*$/.test(line)) return line
  const latin = Buffer.from(line, 'utf8').toString('latin1')
  // Relays drop spaces at the end of a line unless they are encoded.
  const encoded = latin.replace(/[^\t\x20-\x3c\x3e-\x7e]|[\t ]$/g, hex)
  return encoded.length <= LONGEST_LINE ? encoded : broken(encoded)
}

const hex = (byte: string) => `=${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

/** Breaks a line softly, never inside `=XX`. */
function broken(line: string): string {
  const lines: string[] = []
  let from = 0
  while (line.length - from > LONGEST_LINE) {
    let end = from + LONGEST_LINE
    if (line[end - 1] === '=') end -= 1
    else if (line[end - 2] === '=') end -= 2
    lines.push(line.slice(from, end))
    from = end
  }
  lines.push(line.slice(from))
  return lines.join(SOFT_BREAK)
}
