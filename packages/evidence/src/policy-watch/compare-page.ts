import { PageTooComplex } from '../policy-page/bounded-tree.ts'
import { plainPage, type ShownPage } from '../policy-page/page-block.ts'
import { readPage } from '../policy-page/read-page.ts'
import { withoutMarkdown } from '../policy-text/without-markdown.ts'
import { decodePage } from './page-charset.ts'
import type { PageProof } from './page-proof.ts'
import { matchPolicy, type PolicyText } from './policy-match.ts'

/** A fetched page. */
export interface FetchedPage {
  readonly bytes: Uint8Array
  /** Content-Type header of the response. */
  readonly contentType: string | null
}

/** Result of a comparison: the part of a proof that depends on the page's text. */
export type Comparison = Pick<PageProof, 'outcome' | 'version' | 'nearest'>

/**
 * Compares a fetched page with approved texts. It may run on a worker thread, which is terminated if it takes too long.
 */
export type ComparePage = (page: FetchedPage, texts: readonly PolicyText[]) => Promise<Comparison>

const unread = (outcome: PageProof['outcome']): Comparison => ({ outcome, version: null, nearest: null })

/**
 * Finds the approved text that a page shows, or the reason why the page is unreadable. The text in force comes first.
 */
export function comparePage(
  { bytes, contentType }: FetchedPage,
  [inForce, ...policyTexts]: readonly PolicyText[],
): Comparison {
  const characters = decodePage(bytes, contentType)
  if (characters === null) return unread('unreadable-encoding')
  // The text was withdrawn after the page was queued, so there is nothing to compare with.
  if (!inForce) return unread('too-little-text')
  const page = shownBy(characters, contentType)
  if (page === null) return unread('too-complex')
  const match = matchPolicy(page, [inForce, ...policyTexts])
  if (match.kind === 'found') return { outcome: 'found', version: match.version, nearest: null }
  if (match.kind === 'too-little-text') return unread('too-little-text')
  return { outcome: 'other-text', version: null, nearest: match.nearest }
}

function shownBy(characters: string, contentType: string | null): ShownPage | null {
  if (contentType?.toLowerCase().trimStart().startsWith('text/plain')) return plainPage(withoutMarkdown(characters))
  try {
    return readPage(characters)
  } catch (error) {
    if (error instanceof PageTooComplex) return null
    throw error
  }
}
