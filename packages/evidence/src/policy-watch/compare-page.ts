import { PageTooComplex } from '../policy-page/bounded-tree.ts'
import { plainPage, type ShownPage } from '../policy-page/page-block.ts'
import { readPage } from '../policy-page/read-page.ts'
import { withoutMarkdown } from '../policy-text/without-markdown.ts'
import { decodePage } from './page-charset.ts'
import type { PageProof } from './page-proof.ts'
import { matchPolicy, type PolicyText } from './policy-match.ts'

/** A page as it was fetched. */
export interface FetchedPage {
  readonly bytes: Uint8Array
  /** As the answer's header has it. */
  readonly contentType: string | null
}

/** What a comparison showed: the part of a proof that rests on the page's text. */
export type Comparison = Pick<PageProof, 'outcome' | 'version' | 'nearest'>

/** Compares a fetched page with approved texts. May be done on another thread, which is ended when it takes too long. */
export type ComparePage = (page: FetchedPage, texts: readonly PolicyText[]) => Promise<Comparison>

const unread = (outcome: PageProof['outcome']): Comparison => ({ outcome, version: null, nearest: null })

/** Which of the approved texts, that in force first, a page shows; or why it cannot be read. */
export function comparePage(
  { bytes, contentType }: FetchedPage,
  [inForce, ...others]: readonly PolicyText[],
): Comparison {
  const characters = decodePage(bytes, contentType)
  if (characters === null) return unread('unreadable-encoding')
  // The text was taken back since the page was put up for fetching: there is nothing to compare with.
  if (!inForce) return unread('too-little-text')
  const shown = shownBy(characters, contentType)
  if (shown === null) return unread('too-complex')
  const match = matchPolicy(shown, [inForce, ...others])
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
