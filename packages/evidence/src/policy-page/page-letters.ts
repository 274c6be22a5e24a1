import type { PageLetters } from '../policy-text/alignment.ts'
import { besideCopyright, isControl, isPageName, isPublicationLine } from '../policy-text/furniture-label.ts'
import { LetterTextBuilder } from '../policy-text/letter-text.ts'
import { lettersOf } from '../policy-text/letters.ts'
import { listMarker } from '../policy-text/list-marker.ts'
import { readsAsSentence } from '../policy-text/reads-as-sentence.ts'
import { type PageBlock, type PageRun, type ShownPage, textOf } from './page-block.ts'

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

/** Fewest links that form a menu. */
const FEWEST_LINKS = 3
/** Fewest lines that form a table of contents without links. */
const FEWEST_ENTRIES = 3
const CONTENTS = new Set(
  ['目录', '本页目录', '页面目录', 'contents', 'table of contents', 'on this page', 'in this policy', 'index'].map(
    (label) => lettersOf(label),
  ),
)

/** A run of blocks, `from` to `to` inclusive, that belongs to the page layout and not to the text. */
interface FurnitureBlocks {
  readonly from: number
  readonly to: number
}

/**
 * Returns the blocks that may stand between two paragraphs of a text: controls, language names, links to pages, menus,
 * tables of contents, the publication line. A block that reads as a sentence never counts. `headings` has the letters
 * of the lines that a table of contents may repeat.
 */
function furnitureOf(page: ShownPage, headings: ReadonlySet<string>): readonly FurnitureBlocks[] {
  const groups = groupContents(page, headings)
  const alone = page.blocks.flatMap((block, i) => (isFurniture(block, groups, headings) ? [{ from: i, to: i }] : []))
  const menus = groups.filter(isMenu).map(({ from, to }) => ({ from, to }))
  return [...alone, ...menus, ...contentsWithoutLinks(page, headings)]
}

interface GroupContent {
  readonly kind: 'list' | 'navigation'
  from: number
  to: number
  readonly labels: Set<string>
  /** True if it has text that is no link, control or heading. */
  textual: boolean
  stating: boolean
}

function groupContents(page: ShownPage, headings: ReadonlySet<string>): readonly GroupContent[] {
  const contents = page.groups.map(
    ({ kind }): GroupContent => ({ kind, from: -1, to: -1, labels: new Set(), textual: false, stating: false }),
  )
  for (const [i, block] of page.blocks.entries()) {
    if (block.groups.length === 0) continue
    const isOwn = isRepeat(textOf(block), headings) || isControl(textOf(block))
    const links = isOwn ? [] : linksOf(block)
    const stating = links.some((label) => readsAsSentence(label) && !isRepeat(label, headings))
    const textual = !isOwn && hasTextBesideLinks(block)
    for (const group of block.groups) {
      const content = contents[group]
      if (!content) continue
      if (content.from === -1) content.from = i
      content.to = i
      content.textual ||= textual
      content.stating ||= stating
      for (const label of isOwn ? [textOf(block)] : links) content.labels.add(lettersOf(label))
    }
  }
  return contents
}

const isMenu = ({ labels, textual, stating }: GroupContent): boolean =>
  labels.size >= FEWEST_LINKS && !textual && !stating

function isFurniture(block: PageBlock, groups: readonly GroupContent[], headings: ReadonlySet<string>): boolean {
  const text = textOf(block).trim()
  if (block.runs.some(({ struck }) => struck)) return false
  if (isControl(text) || isPublicationLine(text) || isCopyright(text)) return true
  if (hasTextBesideLinks(block)) return false
  // An item of a list whose other items are text counts as text.
  const list = block.groups.map((group) => groups[group]).find((group) => group?.kind === 'list')
  if (list?.textual) return false
  return isRepeat(text, headings) || linksOf(block).every((label) => isPageName(label) || isRepeat(label, headings))
}

const isCopyright = (text: string): boolean => {
  const rest = besideCopyright(text)
  return rest !== null && !readsAsSentence(rest)
}

function isRepeat(label: string, headings: ReadonlySet<string>): boolean {
  if (label.length > 400) return false
  return headings.has(lettersOf(label)) || headings.has(lettersOf(label.slice(listMarker(label)?.length ?? 0)))
}

/** Returns the text of each link of a block. */
function linksOf({ runs }: PageBlock): readonly string[] {
  const labels = new Map<number, string>()
  for (const { text, link } of runs) if (link !== null) labels.set(link, (labels.get(link) ?? '') + text)
  return [...labels.values()]
}

/** Returns true if a block has letters outside of links, other than a marker or a control. */
const hasTextBesideLinks = ({ runs }: PageBlock): boolean =>
  runs.some(({ text, link }) => link === null && !isControl(text) && !isOnlyMarker(text))

const isOnlyMarker = (text: string): boolean => lettersOf(text.slice(listMarker(text)?.length ?? 0), 1) === ''

/** Finds a table of contents without links: headings of the text in a row, below a line that announces them. */
function contentsWithoutLinks({ blocks }: ShownPage, headings: ReadonlySet<string>): readonly FurnitureBlocks[] {
  const candidates: FurnitureBlocks[] = []
  for (let i = 0; i < blocks.length; i += 1) {
    if (!CONTENTS.has(lettersAt(blocks, i))) continue
    let end = i + 1
    while (end < blocks.length && isRepeat(textOf(blocks[end] as PageBlock).trim(), headings)) end += 1
    for (let to = i + FEWEST_ENTRIES; to < end; to += 1) candidates.push({ from: i, to })
    i = end - 1
  }
  return candidates
}

const lettersAt = (blocks: readonly PageBlock[], i: number): string => {
  const text = textOf(blocks[i] as PageBlock)
  return text.length > 60 ? '' : lettersOf(text)
}
