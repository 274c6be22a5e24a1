import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { type Fetched, type FetchPage, type PageTarget, pageTarget, type Unread } from '@wayproof/evidence'
import type { Network } from './network.ts'
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
    const read = pageTarget(url)
    if (!read.ok || !network.mayUsePort(read.value.port)) return failed('address-refused')
    const target = read.value
    const signal = deadline(TIMEOUT_MS)
    const addresses = await resolveHost(target.host, network, signal)
    if (signal.aborted) return failed('timed-out')
    const [address] = addresses
    if (address === undefined) return failed('address-unknown')
    if (!addresses.every(network.mayConnect)) return failed('address-refused')
    const connection = { connectedTo: address }
    try {
      return await fetchFrom(target, address, language, signal)
    } catch (error) {
      if (signal.aborted) return failed('timed-out', connection)
      return failed(isCertificateFault(error) ? 'certificate-invalid' : 'unreachable', connection)
    }
  }
}

async function resolveHost(host: string, { resolve }: Network, signal: AbortSignal): Promise<readonly string[]> {
  if (isIP(host)) return [host]
  return Promise.race([resolve(host).catch(() => []), once(signal, 'abort').then(() => [])])
}

async function fetchFrom(target: PageTarget, address: string, language: string, signal: AbortSignal): Promise<Fetched> {
  const answer = await ask(target, address, language, signal)
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

/** The head of the response. A new agent, without a proxy or a shared connection. */
async function ask(
  { secure: isSecure, host, port, path, authority }: PageTarget,
  address: string,
  language: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = (isSecure ? requestHttps : requestHttp)({
    host: address,
    port,
    path,
    signal,
    agent: false,
    method: 'GET',
    // The certificate must match the host name although the connection goes to an IP address; an IP address has no name
    // to send.
    ...(isSecure && !isIP(host) ? { servername: host.replace(/\.$/, '') } : {}),
    headers: {
      host: authority,
      'user-agent': 'Wayproof policy check',
      accept: 'text/html, text/plain;q=0.5',
      'accept-language': language,
      'accept-encoding': 'gzip',
      connection: 'close',
    },
  })
  // After the head, the stream of the response reports an abort.
  request.on('error', () => undefined)
  request.end()
  const [answer] = await once(request, 'response')
  return answer
}

const isCertificateFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /CERT|UNABLE_TO_(GET|VERIFY)/.test(String(error.code))
