import { createHash } from 'node:crypto'
import type { Unread } from '@wayproof/evidence/policy-watch/page-proof'
import type { Fetched, FetchPage } from '@wayproof/evidence/policy-watch/ports'
import { type WebTarget, webTarget } from '@wayproof/kernel/network/web-target'
import type { Network } from '@wayproof/letters/network/public-network'
import { checkedAddress, isCertificateFault, requestFrom } from '@wayproof/letters/network/send-pinned'
import { BodyRefused, readBody } from './read-body.ts'

/** For the whole fetch: name, connection, header and page. */
const TIMEOUT_MS = 5000

const NOTHING: Fetched = {
  connectedTo: null,
  status: null,
  contentType: null,
  redirectedTo: null,
  page: null,
  fault: null,
}
const failed = (fault: Unread, partial: Partial<Fetched> = {}): Fetched => ({ ...NOTHING, ...partial, fault })

/**
 * Reads a page of the public network. The host is resolved once, all its addresses must be allowed, and the connection
 * goes to the checked address, so that a later answer of the name server has no effect. Redirects are reported, not
 * followed. `deadline` returns a signal that is aborted after so many milliseconds.
 */
export function pageFetcher(network: Network, deadline: (milliseconds: number) => AbortSignal): FetchPage {
  return async (url, language) => {
    const read = webTarget(url)
    if (!read.ok) return failed('address-refused')
    const signal = deadline(TIMEOUT_MS)
    const checked = await checkedAddress(read.value, network, signal)
    if (!checked.ok) return failed(checked.fault.code)
    const connection = { connectedTo: checked.value }
    try {
      return await fetchFrom(read.value, checked.value, language, signal)
    } catch (error) {
      if (signal.aborted) return failed('timed-out', connection)
      return failed(isCertificateFault(error) ? 'certificate-invalid' : 'unreachable', connection)
    }
  }
}

async function fetchFrom(target: WebTarget, address: string, language: string, signal: AbortSignal): Promise<Fetched> {
  const answer = await requestFrom(target, address, { method: 'GET', headers: headersFor(language), signal })
  const { statusCode: status = 0, headers } = answer
  const contentType = headers['content-type']?.slice(0, 200) ?? null
  const answerFacts = { connectedTo: address, status, contentType }
  try {
    if (status >= 300 && status < 400)
      return failed('redirected', { ...answerFacts, redirectedTo: headers.location?.slice(0, 2000) ?? null })
    if (status !== 200) return failed('bad-status', answerFacts)
    if (!/^\s*(text\/html|application\/xhtml\+xml|text\/plain)\s*(;|$)/i.test(contentType ?? ''))
      return failed('not-html', answerFacts)
    const bytes = await readBody(answer)
    // After the deadline ends a connection, a response without a length would look complete.
    if (signal.aborted) return failed('timed-out', answerFacts)
    const digest = createHash('sha256').update(bytes).digest('hex')
    return { ...NOTHING, ...answerFacts, page: { bytes, digest } }
  } catch (error) {
    if (signal.aborted) return failed('timed-out', answerFacts)
    return failed(error instanceof BodyRefused ? error.reason : 'unreachable', answerFacts)
  } finally {
    answer.destroy()
  }
}

const headersFor = (language: string) => ({
  'user-agent': 'Wayproof policy check',
  accept: 'text/html, text/plain;q=0.5',
  'accept-language': language,
  'accept-encoding': 'gzip',
})
