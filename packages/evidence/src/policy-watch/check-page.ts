import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { ComparePage, Comparison } from './compare-page.ts'
import type { PageProof } from './page-proof.ts'
import type { FetchPage, PolicyWatchPorts } from './ports.ts'

/** Longer than any fetch, which ends within seconds. */
const LEASE_MS = 60_000

/**
 * Fetches the page that has waited longest, finds the approved text it shows, and stores the proof. Returns null if no
 * page waits.
 */
export async function checkPage(
  ports: PolicyWatchPorts & { readonly fetchPage: FetchPage; readonly comparePage: ComparePage },
): Promise<Pick<PageProof, 'surfaceId' | 'language' | 'outcome'> | null> {
  const { policies, clock, ids, timeZone, fetchPage, comparePage } = ports
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
    ...(page ? await comparePage({ bytes: page.bytes, contentType }, texts) : unread(fetched.fault ?? 'unreachable')),
  }
  await policies.saveProof(claim, proof, page?.bytes ?? null)
  return proof
}

const unread = (outcome: PageProof['outcome']): Comparison => ({ outcome, version: null, nearest: null })
