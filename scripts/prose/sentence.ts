/** A sentence of a comment or a page, with the line on which it begins. */
export interface Sentence {
  /** Line number, from 1. */
  readonly line: number
  readonly text: string
}

/** One line of prose without its comment or list marks. */
export interface ProseLine {
  readonly line: number
  readonly text: string
}

const END = /[.!?:;](?=\s+["“(`]?[A-Z])/g

/** Splits the lines of a paragraph into sentences; a colon or a semicolon before a capital letter ends one, too. */
export function splitSentences(lines: readonly ProseLine[]): Sentence[] {
  const text = lines.map((line) => line.text).join(' ')
  const starts: { readonly at: number; readonly line: number }[] = []
  let at = 0
  for (const line of lines) {
    starts.push({ at, line: line.line })
    at += line.text.length + 1
  }
  const sentences: Sentence[] = []
  let from = 0
  for (const end of [...[...text.matchAll(END)].map((match) => match.index + 1), text.length]) {
    const raw = text.slice(from, end)
    const begin = from + raw.length - raw.trimStart().length
    const line = starts.findLast((start) => start.at <= begin)?.line
    if (raw.trim() && line) sentences.push({ line, text: raw.trim() })
    from = end
  }
  return sentences
}
