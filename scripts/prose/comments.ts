import { type ProseLine, type Sentence, splitSentences } from './sentence.ts'

const LINE = /^\s*\/\/\/?\s?/
const BLOCK = /^\s*\{?\/\*+/
const BLOCK_MARKS = /^\s*(\{?\/\*+|\*(?!\/))?\s?|\s*\*+\/\}?\s*$/g
const AFTER_CODE = /\s\/\/\s(?<text>.+)$/

/** Returns the sentences of the comments of a source file: whole lines, blocks, and comments that follow code. */
export function readComments(text: string): Sentence[] {
  const rows = text.split('\n')
  const paragraphs: ProseLine[][] = []
  let open: 'line' | 'block' | undefined
  for (const [index, row] of rows.entries()) {
    const line = index + 1
    if (open === 'block' || BLOCK.test(row)) {
      const words = row.replace(BLOCK_MARKS, '')
      if (open !== 'block' || !words.trim()) paragraphs.push([])
      paragraphs.at(-1)?.push({ line, text: words })
      open = row.includes('*/') ? undefined : 'block'
    } else if (LINE.test(row)) {
      if (open !== 'line') paragraphs.push([])
      paragraphs.at(-1)?.push({ line, text: row.replace(LINE, '') })
      open = 'line'
    } else {
      const after = AFTER_CODE.exec(row)?.groups?.text
      if (after) paragraphs.push([{ line, text: after }])
      open = undefined
    }
  }
  return paragraphs.flatMap(splitSentences)
}
