import type { Paragraph } from '../policy-text/approved-text.ts'
import { type LetterText, withoutMarkers } from '../policy-text/letter-text.ts'

/** Number of letters that identify a candidate position before a paragraph is compared. */
const SEED = 12

/**
 * Finds the paragraphs that a page contains, with or without list numbers. If several differ only in their
 * number, the page must contain as many.
 */
export function paragraphsIn(page: LetterText, paragraphs: readonly Paragraph[]): ReadonlySet<Paragraph> {
  const written = occurrences(page.letters, new Set(paragraphs.map(({ letters }) => letters)))
  const presentParagraphs = new Set(paragraphs.filter(({ letters }) => (written.get(letters) ?? 0) > 0))
  const left = occurrences(withoutMarkers(page), new Set(paragraphs.map(({ unnumbered }) => unnumbered)))
  const take = (letters: string) => left.set(letters, (left.get(letters) ?? 0) - 1)
  for (const { unnumbered } of presentParagraphs) take(unnumbered)
  for (const paragraph of paragraphs) {
    if (presentParagraphs.has(paragraph) || (left.get(paragraph.unnumbered) ?? 0) <= 0) continue
    presentParagraphs.add(paragraph)
    take(paragraph.unnumbered)
  }
  return presentParagraphs
}

/**
 * Counts the occurrences of each wanted text on a page in one pass. If many share their first letters, comparing stops
 * after four times the letters of both.
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
  for (let index = 0; index + SEED <= page.length && work > 0; index += 1)
    for (const letters of beginning.get(page.slice(index, index + SEED)) ?? []) {
      work -= letters.length
      if (work > 0 && page.startsWith(letters, index)) counts.set(letters, (counts.get(letters) ?? 0) + 1)
    }
  return counts
}
