import type { Paragraph } from '../policy-text/approved-text.ts'
import { type LetterText, withoutMarkers } from '../policy-text/letter-text.ts'

/** Letters by which a place is recognized before a paragraph is compared with it. */
const SEED = 12

/**
 * Which paragraphs a page has somewhere: as they are written, or without the numbers of lists. Among paragraphs that differ
 * in their number only, the page must have as many.
 */
export function paragraphsIn(page: LetterText, paragraphs: readonly Paragraph[]): ReadonlySet<Paragraph> {
  const written = occurrences(page.letters, new Set(paragraphs.map(({ letters }) => letters)))
  const found = new Set(paragraphs.filter(({ letters }) => (written.get(letters) ?? 0) > 0))
  const left = occurrences(withoutMarkers(page), new Set(paragraphs.map(({ unnumbered }) => unnumbered)))
  const take = (letters: string) => left.set(letters, (left.get(letters) ?? 0) - 1)
  for (const { unnumbered } of found) take(unnumbered)
  for (const paragraph of paragraphs) {
    if (found.has(paragraph) || (left.get(paragraph.unnumbered) ?? 0) <= 0) continue
    found.add(paragraph)
    take(paragraph.unnumbered)
  }
  return found
}

/**
 * How often a page has each of the wanted letters. The page is read once; where many of them begin alike, comparing ends
 * when it has taken four times the letters of both.
 */
function occurrences(page: string, wanted: ReadonlySet<string>): Map<string, number> {
  const beginning = new Map<string, string[]>()
  let work = 4 * page.length
  for (const letters of wanted) {
    const seed = letters.slice(0, SEED)
    const alike = beginning.get(seed)
    if (alike) alike.push(letters)
    else beginning.set(seed, [letters])
    work += 4 * letters.length
  }
  const counts = new Map<string, number>()
  for (let at = 0; at + SEED <= page.length && work > 0; at += 1)
    for (const letters of beginning.get(page.slice(at, at + SEED)) ?? []) {
      work -= letters.length
      if (work > 0 && page.startsWith(letters, at)) counts.set(letters, (counts.get(letters) ?? 0) + 1)
    }
  return counts
}
