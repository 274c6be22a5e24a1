import { type PageBlock, type ShownPage, textOf } from '../policy-page/page-block.ts'
import type { PageReading } from '../policy-page/page-letters.ts'
import { follow, type Work } from '../policy-text/alignment.ts'
import type { ApprovedReading } from '../policy-text/approved-text.ts'
import { besideCopyright } from '../policy-text/furniture-label.ts'
import { lettersOf } from '../policy-text/letters.ts'
import { notesIn } from '../policy-text/optional-note.ts'
import { readsAsSentence } from '../policy-text/reads-as-sentence.ts'

/** Number of letters that identify a candidate start; few if a skip comes soon. */
const SEEDS = [12, 4]
/** Most letters that a compatibility form of one character expands to. */
const MOST_PER_CHARACTER = 18
/** Most candidate starts: a heading also occurs in a table of contents. */
const MOST_STARTS = 500

/**
 * Returns true if the page shows the whole text, letter by letter, with only page furniture in between, and without a
 * sentence of its own directly before or after the text.
 */
export function showsWholeText(shownPage: ShownPage, page: PageReading, text: ApprovedReading, work: Work): boolean {
  const begins = beginnings(shownPage, text)
  const seeds = SEEDS.flatMap((length) => begins.map((begin) => ({ begin, end: seedEnd(text, begin, length) })))
  for (const { begin, end: seedEnd } of seeds) {
    const seed = text.letters.slice(begin, seedEnd)
    let at = seed === '' ? -1 : page.letters.indexOf(seed)
    for (let tries = 0; at !== -1 && tries < MOST_STARTS && work.left > 0; tries += 1) {
      const end = follow(page, text, { page: at, text: begin }, work)
      if (end !== null && standsAlone(shownPage, page, at, end, work)) return true
      at = page.letters.indexOf(seed, at + 1)
    }
  }
  return false
}

/** Candidate starts of the text, after markers and controls and after a title that repeats the window's title. */
function beginnings({ title }: ShownPage, text: ApprovedReading): readonly number[] {
  const starts = new Set([0])
  const [, second] = text.lineStarts
  const titles = [title, ...title.split(/\s[-–—|·:_]+\s|[|_–—]/u)].map((part) => lettersOf(part)).filter(Boolean)
  if (second !== undefined && titles.includes(text.letters.slice(0, second))) starts.add(second)
  // The loop also visits entries that it adds.
  for (const at of starts) if (starts.size < 20) for (const { to } of text.skips.get(at) ?? []) starts.add(to)
  return [...starts].filter((at) => at < text.letters.length)
}

/** The seed ends at the first skip, because the page may differ there. */
function seedEnd({ letters, lineStarts, skips }: ApprovedReading, begin: number, length: number): number {
  let end = Math.min(begin + length, letters.length)
  for (let index = end - 1; index > begin; index -= 1) if (skips.has(index)) end = index
  return Math.min(end, lineStarts.find((start) => start > begin) ?? end)
}

function standsAlone(shownPage: ShownPage, page: PageReading, from: number, to: number, work: Work): boolean {
  const [first, last] = [blockAt(page, from), blockAt(page, to - 1)]
  const before = lettersCut(shownPage.blocks[first], from - (page.starts[first] ?? 0))
  const after = lettersCut(shownPage.blocks[last], to - (page.starts[last] ?? 0))
  work.left -= before.until.length + after.until.length
  if (states(before.until) || states(after.rest)) return false
  const middle = blockAt(page, (from + to) >> 1)
  const ends = [[first, -1] as const, [last, 1] as const]
  return !ends.some(
    ([end, step]) => goesOn(shownPage, page, end, step) || containerGoesOn(shownPage, page, middle, end, step),
  )
}

/** Returns true if the element that contains one half of the text has other text beside it. */
function containerGoesOn(shownPage: ShownPage, page: PageReading, middle: number, end: number, step: 1 | -1): boolean {
  const { blocks, groups } = shownPage
  const container = commonElement(shownPage, blocks[middle], blocks[end])
  if (container === null) return false
  for (let i = end + step; ; i += step) {
    const block = blocks[i]
    if (!block || !ancestors(shownPage, block).includes(container)) return false
    const around = block.groups.some((group) => groups[group]?.kind === 'navigation')
    if (!around && !page.furniture.has(i) && states(textOf(block))) return true
  }
}

function commonElement(page: ShownPage, a: PageBlock | undefined, b: PageBlock | undefined): number | null {
  if (!a || !b) return null
  const around = new Set(ancestors(page, a))
  return ancestors(page, b).find((element) => around.has(element)) ?? null
}

/** Element numbers from the block's element outward. */
function ancestors({ parents }: ShownPage, { element }: PageBlock): readonly number[] {
  const around: number[] = []
  for (let index: number | undefined = element; index !== undefined && index >= 0; index = parents[index])
    around.push(index)
  return around
}

/**
 * Returns true if a text is more than a note, a copyright line or a label. The end of a preceding sentence does not
 * count.
 */
function states(text: string): boolean {
  const own = text.replace(/^[^\p{L}\p{N}]+/u, '')
  const [note] = notesIn(own, false)
  const rest = note?.from === 0 ? own.slice(note.to).replace(/^[^\p{L}\p{N}]+/u, '') : own
  return lettersOf(rest, 1) !== '' && readsAsSentence(besideCopyright(rest) ?? rest)
}

/** Index of the block that contains a letter. */
function blockAt({ starts }: PageReading, letter: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= letter) low = middle
    else high = middle
  }
  return low
}

/** Text of a block without its first letters. */
function lettersCut(block: PageBlock | undefined, letters: number): { readonly until: string; readonly rest: string } {
  const text = block ? textOf(block) : ''
  let [letterCount, at] = [0, 0]
  while (letterCount < letters && at < text.length) {
    // The step cannot pass the letter, however many letters one character expands to.
    const step = Math.max(1, Math.floor((letters - letterCount) / MOST_PER_CHARACTER))
    const end = at + step
    const piece = text.slice(at, isLowSurrogate(text, end) ? end + 1 : end)
    letterCount += lettersOf(piece).length
    at += piece.length
  }
  return { until: text.slice(0, at), rest: text.slice(at) }
}

const isLowSurrogate = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}

const PARAGRAPHS = new Set(['p', 'li', 'dd', 'dt', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** Most neighboring blocks to examine. */
const MOST_BESIDE = 6

/**
 * Returns true if the text continues in a neighboring block: in the same element, or in a paragraph at the same place.
 */
function goesOn({ blocks, parents }: ShownPage, page: PageReading, from: number, step: 1 | -1): boolean {
  const pageBlock = blocks[from]
  if (!pageBlock || pageBlock.name === '') return false
  const around = new Set([parents[pageBlock.element], parents[parents[pageBlock.element] ?? -1]])
  for (let i = 1; i <= MOST_BESIDE; i += 1) {
    const there = blocks[from + i * step]
    if (!there) return false
    const isSame = there.element === pageBlock.element
    if (
      !isSame &&
      !(PARAGRAPHS.has(pageBlock.name) && PARAGRAPHS.has(there.name) && around.has(parents[there.element]))
    )
      return false
    if (!page.furniture.has(from + i * step) && states(textOf(there))) return true
  }
  return false
}
