import type { PageLetters } from '../policy-text/alignment.ts'
import { isControl } from '../policy-text/furniture-label.ts'
import { LetterTextBuilder } from '../policy-text/letter-text.ts'
import { type PageBlock, type PageRun, type ShownPage, textOf } from './page-block.ts'
import { furnitureOf } from './page-furniture.ts'

/** Most letters of a page that are compared: more than twice the longest policy. */
const MOST_LETTERS = 500_000

/** A page as its letters, with the limits of its blocks. */
export interface PageReading extends PageLetters {
  /** Position of each block's first letter; the last entry is the end of the page. */
  readonly starts: readonly number[]
  /** Indexes of blocks that are page furniture, alone or as part of a menu. */
  readonly furniture: ReadonlySet<number>
}

export function readLetters(page: ShownPage, headings: ReadonlySet<string>): PageReading {
  const builder = new LetterTextBuilder(MOST_LETTERS)
  const starts: number[] = []
  for (const block of page.blocks) {
    starts.push(builder.length)
    addBlock(builder, block)
  }
  starts.push(builder.length)
  const furniture = new Set<number>()
  for (const { from, to } of furnitureOf(page, headings)) {
    builder.skip(starts[from] ?? 0, { kind: 'furniture', to: starts[to + 1] ?? builder.length })
    for (let i = from; i <= to; i += 1) furniture.add(i)
  }
  return { letters: builder.letters, skips: builder.skips, blockStarts: new Set(starts), starts, furniture }
}

function addBlock(builder: LetterTextBuilder, block: PageBlock): void {
  const isStruck = block.runs.some((run) => run.struck)
  if (isStruck) addStruckBlock(builder, block)
  else if (block.runs.slice(1).some(isControlLink)) addBlockWithControls(builder, block)
  else builder.addWithNotes(builder.addMarkers(textOf(block)), false)
}

const isControlLink = ({ link, text }: PageRun): boolean => link !== null && isControl(text)

function addBlockWithControls(builder: LetterTextBuilder, { runs: [first, ...others] }: PageBlock): void {
  builder.addWithNotes(builder.addMarkers(first?.text ?? ''), false)
  for (const run of others) {
    const before = builder.length
    builder.addWithNotes(run.text, false)
    if (isControlLink(run)) builder.skip(before, { kind: 'furniture', to: builder.length })
  }
}

/** Struck-out text becomes a letter that occurs in no text. */
function addStruckBlock(builder: LetterTextBuilder, { runs }: PageBlock): void {
  for (const { text, struck } of runs) {
    if (struck && text.trim() !== '') builder.addForeign()
    else if (!struck) builder.add(text)
  }
}
