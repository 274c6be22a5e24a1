import type { Share } from '@wayproof/kernel/share'
import type { ShownPage } from '../policy-page/page-block.ts'
import { readLetters } from '../policy-page/page-letters.ts'
import { workFor } from '../policy-text/alignment.ts'
import { type ApprovedReading, type Paragraph, readApproved } from '../policy-text/approved-text.ts'
import type { LetterText } from '../policy-text/letter-text.ts'
import { paragraphsIn } from './paragraphs-in.ts'
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
