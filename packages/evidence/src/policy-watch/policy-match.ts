import type { Share } from '@wayproof/kernel'
import { essence, type Paragraph, paragraphsOf, showsWhole } from './fingerprint.ts'

/** An approved text of the policy in one language. */
export interface PolicyText {
  readonly version: string
  readonly text: string
}

/** How near a page comes to the version it should show. */
export interface Nearness {
  readonly version: string
  /** Letters of the paragraphs that the page has, of all the version's. */
  readonly share: Share
  /** The first paragraph that the page lacks; null when it has them all, but not as one text. */
  readonly lacks: string | null
}

export type PolicyMatch =
  | { readonly kind: 'found'; readonly version: string }
  | { readonly kind: 'other-text'; readonly nearest: Nearness }
  | { readonly kind: 'too-little-text' }

/** Letters of a page that are looked at: more than twice the longest policy, and still a fraction of a second. */
const MOST_LETTERS = 500_000

/**
 * Which of the approved texts the page shows whole; `texts` has one or more, the one in force first. Of two that it
 * shows, one holds the other, and the longer says more of what is there. A page with less than half the letters of the
 * text in force tells nothing: it is filled in by a script, or is a picture.
 */
export function matchPolicy(shown: string, texts: readonly [PolicyText, ...PolicyText[]]): PolicyMatch {
  const page = essence(shown).slice(0, MOST_LETTERS)
  const candidates = texts
    .map(({ version, text }) => ({ version, letters: essence(text).length, paragraphs: paragraphsOf(text) }))
    .toSorted((a, b) => b.letters - a.letters)
  const found = candidates.find(({ paragraphs }) => showsWhole(page, paragraphs))
  if (found) return { kind: 'found', version: found.version }
  const paragraphs = paragraphsOf(texts[0].text)
  if (page.length * 2 < lettersOf(paragraphs)) return { kind: 'too-little-text' }
  return { kind: 'other-text', nearest: nearness(page, texts[0].version, paragraphs) }
}

const lettersOf = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce((sum, { essence: letters }) => sum + letters.length, 0)

function nearness(page: string, version: string, paragraphs: readonly Paragraph[]): Nearness {
  const lacking = paragraphs.filter(({ essence: letters }) => !page.includes(letters))
  const denominator = lettersOf(paragraphs)
  const share = { numerator: denominator - lettersOf(lacking), denominator }
  return { version, share, lacks: lacking[0]?.written ?? null }
}
