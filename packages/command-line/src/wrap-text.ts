/**
 * A piece that stays on one line: an option with its value in brackets, a Chinese character with the punctuation after it, and any
 * other run without spaces. A space belongs to the piece before it.
 */
const PIECE = /(?:\[[^\]\s]*(?: [^\]\s]+)*\]|\p{Script=Han}[，。；：、？！）」”]*|[^\s\p{Script=Han}]+) */gu

/** Leading spaces, and the first column of a list: later lines begin below what follows them. */
const INDENT = /^ *(?:\S+ {2,})?/

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u

/** Wraps each line of `text` to `columns` cells of a terminal; a Chinese character takes two. */
export const wrapText = (text: string, columns: number): string =>
  text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n')

function wrapLine(line: string, columns: number): string {
  const [indent = ''] = INDENT.exec(line) ?? []
  const margin = ' '.repeat(Math.min(cellsOf(indent), Math.floor(columns / 2)))
  const lines: string[] = []
  let current = indent
  for (const [piece] of line.slice(indent.length).matchAll(PIECE)) {
    const hasText = current.trim() !== ''
    if (hasText && cellsOf(current) + cellsOf(piece.trimEnd()) > columns) {
      lines.push(current.trimEnd())
      current = margin
    }
    current += piece
  }
  return [...lines, current.trimEnd()].join('\n')
}

const cellsOf = (text: string): number =>
  [...text].reduce((cells, character) => cells + (WIDE.test(character) ? 2 : 1), 0)
