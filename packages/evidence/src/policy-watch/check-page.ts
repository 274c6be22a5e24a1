import { dateAt } from '@wayproof/kernel'
import { decodePage } from './page-charset.ts'
import type { PageProof } from './page-proof.ts'
import { pageText } from './page-text.ts'
import { matchPolicy, type PolicyText } from './policy-match.ts'
import type { Fetched, FetchPage, PolicyWatchPorts } from './ports.ts'

/** Longer than any fetch: it ends after seconds. */
const LEASE_MS = 60_000

/**
 * Fetches the page that waits longest, finds which approved text it shows, and keeps the proof. Null when none waits.
 */
export async function checkPage(
  ports: PolicyWatchPorts & { readonly fetchPage: FetchPage },
): Promise<Pick<PageProof, 'surfaceId' | 'language' | 'outcome'> | null> {
  const { policies, clock, ids, timeZone, fetchPage } = ports
  const now = clock.now()
  const claim = await policies.claim(now, now + LEASE_MS)
  if (!claim) return null
  const { surfaceId, language, url } = claim
  const checkedOn = dateAt(now, timeZone)
  const [fetched, texts] = [await fetchPage(url, language), await policies.texts(language, checkedOn)]
  const { connectedTo, status, contentType, redirectedTo, page } = fetched
  const proof = {
    ...{ id: ids.next(), surfaceId, language, url, at: now, checkedOn },
    ...{ connectedTo, status, contentType, redirectedTo },
    ...{ size: page?.bytes.length ?? null, digest: page?.digest ?? null },
    ...judge(fetched, texts),
  }
  await policies.saveProof(claim, proof, page?.bytes ?? null)
  return proof
}

function judge(
  { page, fault, contentType }: Fetched,
  [inForce, ...others]: readonly PolicyText[],
): Pick<PageProof, 'outcome' | 'version' | 'nearest'> {
  const unread = (outcome: PageProof['outcome']) => ({ outcome, version: null, nearest: null })
  if (!page) return unread(fault ?? 'unreachable')
  const characters = decodePage(page.bytes, contentType)
  if (characters === null) return unread('unreadable-encoding')
  // The text was taken back since the page was put up for fetching: there is nothing to compare with.
  if (!inForce) return unread('too-little-text')
  const plain = contentType?.toLowerCase().startsWith('text/plain')
  const match = matchPolicy(plain ? characters : pageText(characters), [inForce, ...others])
  if (match.kind === 'found') return { outcome: 'found', version: match.version, nearest: null }
  if (match.kind === 'too-little-text') return unread('too-little-text')
  return { outcome: 'other-text', version: null, nearest: match.nearest }
}
