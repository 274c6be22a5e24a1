/** A shorter paragraph could stand anywhere, so it is looked for together with the one after it. */
const SHORTEST = 12
/** Letters that may stand between two paragraphs: a link back to the top, a number. More is text that nobody approved. */
const LONGEST_GAP = 20
/** Places at which the first paragraph is tried: a heading comes again in a list of contents. */
const MOST_STARTS = 100

/**
 * What is left of a text when markup, white space, punctuation, case and full-width forms are taken away: its letters,
 * digits and their marks (Unicode NFKC).
 */
export const essence = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')

/** A paragraph of an approved text, as it was written and as it is looked for. */
export interface Paragraph {
  readonly written: string
  readonly essence: string
}

/** The paragraphs (lines) of an approved text, short ones joined to the next. */
export function paragraphsOf(text: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  let joined = ''
  for (const line of text.split(/[\r\n]+/)) {
    joined = joined ? `${joined} ${line.trim()}` : line.trim()
    const letters = essence(joined)
    if (letters.length < SHORTEST) continue
    paragraphs.push({ written: joined, essence: letters })
    joined = ''
  }
  const last = paragraphs.at(-1)
  if (!essence(joined)) return paragraphs
  if (!last) return [{ written: joined, essence: essence(joined) }]
  const written = `${last.written} ${joined}`
  return [...paragraphs.slice(0, -1), { written, essence: essence(written) }]
}

/** Whether the page, as its essence, shows the whole text: every paragraph, in order, with next to nothing in between. */
export function showsWhole(page: string, paragraphs: readonly Paragraph[]): boolean {
  const [first, ...rest] = paragraphs
  if (!first) return false
  let at = page.indexOf(first.essence)
  for (let tries = 0; at !== -1 && tries < MOST_STARTS; tries += 1) {
    if (follow(page, at + first.essence.length, rest)) return true
    at = page.indexOf(first.essence, at + 1)
  }
  return false
}

function follow(page: string, from: number, paragraphs: readonly Paragraph[]): boolean {
  let end = from
  for (const { essence: letters } of paragraphs) {
    const at = page.slice(end, end + LONGEST_GAP + letters.length).indexOf(letters)
    if (at === -1) return false
    end += at + letters.length
  }
  return true
}
