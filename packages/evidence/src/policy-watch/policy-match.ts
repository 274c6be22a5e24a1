import type { Share } from '@wayproof/kernel/share'
import type { ShownPage } from '../policy-page/page-block.ts'
import { readLetters } from '../policy-page/page-letters.ts'
import { workFor } from '../policy-text/alignment.ts'
import { type ApprovedReading, type Paragraph, readApproved } from '../policy-text/approved-text.ts'
import { type LetterText, withoutMarkers } from '../policy-text/letter-text.ts'
import { showsWholeText } from './shows-whole-text.ts'

/** An approved text of the policy in one language. */
export interface PolicyText {
  readonly version: string
  readonly text: string
}

/** Similarity of a page to the version that it should show. */
export interface Nearness {
  readonly version: string
  /** Letters of the matching paragraphs, of all letters of the version. */
  readonly share: Share
  /** First paragraph missing from the page; null if all are present but not as one text. */
  readonly lacks: string | null
}

export type PolicyMatch =
  | { readonly kind: 'found'; readonly version: string }
  | { readonly kind: 'other-text'; readonly nearest: Nearness }
  | { readonly kind: 'too-little-text' }

/**
 * Finds the approved text that the page shows completely. `texts` has at least one entry, the one in force first. If
 * the page shows two, one contains the other, and the longer one counts. A page with less than half the letters of the
 * text in force is unreadable: it is filled in by a script, or is an image. Takes time proportional to page and texts.
 */
export function matchPolicy(shownPage: ShownPage, texts: readonly [PolicyText, ...PolicyText[]]): PolicyMatch {
  const [inForce, ...policyTexts] = texts
  const first = { version: inForce.version, reading: readApproved(inForce.text) }
  const candidates = [first, ...policyTexts.map(({ version, text }) => ({ version, reading: readApproved(text) }))]
  const headings = new Set(candidates.flatMap(({ reading }) => [...reading.headings]))
  const page = readLetters(shownPage, headings)
  const match = candidates
    .toSorted((a, b) => b.reading.letters.length - a.reading.letters.length)
    .find(({ reading }) => showsWholeText(shownPage, page, reading, workFor(page, reading)))
  if (match) return { kind: 'found', version: match.version }
  if (page.letters.length * 2 < first.reading.letters.length) return { kind: 'too-little-text' }
  return { kind: 'other-text', nearest: nearness(page, first.version, first.reading) }
}

function nearness(page: LetterText, version: string, { paragraphs }: ApprovedReading): Nearness {
  const presentParagraphs = paragraphsIn(page, paragraphs)
  const missingParagraphs = paragraphs.filter((paragraph) => !presentParagraphs.has(paragraph))
  const denominator = lettersIn(paragraphs)
  const share = { numerator: denominator - lettersIn(missingParagraphs), denominator }
  return { version, share, lacks: missingParagraphs[0]?.written ?? null }
}

const lettersIn = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce((sum, { letters }) => sum + letters.length, 0)

/** Number of letters that identify a candidate position before a paragraph is compared. */
const SEED = 12

/**
 * Finds the paragraphs that a page contains, with or without list numbers. If several differ only in their
 * number, the page must contain as many.
 */
function paragraphsIn(page: LetterText, paragraphs: readonly Paragraph[]): ReadonlySet<Paragraph> {
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
