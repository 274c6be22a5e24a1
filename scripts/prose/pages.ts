import { type ProseLine, type Sentence, splitSentences } from './sentence.ts'

const FENCE = /^\s*```/
const HEADING = /^#+\s/
const ITEM = /^\s*([-*]|\d+\.)\s+/

/** Returns the sentences of a page in Markdown. Headings and code are none; each cell of a table is one. */
export function readPage(text: string): Sentence[] {
  const paragraphs: ProseLine[][] = [[]]
  const cells: Sentence[] = []
  let isInCode = false
  for (const [index, row] of text.split('\n').entries()) {
    const line = index + 1
    if (FENCE.test(row)) isInCode = !isInCode
    if (isInCode || FENCE.test(row) || HEADING.test(row) || !row.trim()) {
      paragraphs.push([])
    } else if (row.startsWith('|')) {
      for (const cell of row.split('|')) if (cell.trim()) cells.push({ line, text: cell.trim() })
    } else {
      if (ITEM.test(row)) paragraphs.push([])
      paragraphs.at(-1)?.push({ line, text: row.replace(ITEM, '').trim() })
    }
  }
  return [...paragraphs.flatMap(splitSentences), ...cells].sort((a, b) => a.line - b.line)
}
