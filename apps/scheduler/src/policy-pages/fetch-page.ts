import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import type { Unread } from '@wayproof/evidence/policy-watch/page-proof'
import type { Fetched, FetchPage } from '@wayproof/evidence/policy-watch/ports'
import { type WebTarget, webTarget } from '@wayproof/kernel/network/web-target'
import type { Network } from '@wayproof/letters/network/public-network'
import { checkedAddress, isCertificateFault, requestFrom } from '@wayproof/letters/network/send-pinned'

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

/** Maximum size of a page, compressed and decompressed. */
const MAX_BYTES = 2 * 1024 * 1024

class BodyRefused extends Error {
  readonly reason: 'too-large' | 'cut-off' | 'unreadable-encoding'

  constructor(reason: BodyRefused['reason']) {
    super(reason)
    this.reason = reason
  }
}

const UNPACK = { gzip: promisify(gunzip), deflate: promisify(inflate), br: promisify(brotliDecompress) }

/**
 * The decompressed bytes of a response. Throws BodyRefused, and reads no further than the limit.
 * `cut-off`: the connection ended before the announced length, before the last chunk, within compressed bytes, or
 * within HTML that was sent without a length.
 */
async function readBody(answer: IncomingMessage): Promise<Uint8Array> {
  if (Number(answer.headers['content-length'] ?? 0) > MAX_BYTES) throw new BodyRefused('too-large')
  const bytes = await unpacked(await readAll(answer), answer.headers['content-encoding'] ?? 'identity')
  if (!isFramed(answer) && endsWithin(bytes)) throw new BodyRefused('cut-off')
  return bytes
}

async function readAll(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of answer) {
      size += chunk.length
      if (size > MAX_BYTES) throw new BodyRefused('too-large')
      chunks.push(chunk)
    }
  } catch (error) {
    throw error instanceof BodyRefused ? error : new BodyRefused('cut-off')
  }
  // If its connection is lost, Node ends a response without a length as if it were complete.
  if (!answer.complete || answer.errored) throw new BodyRefused('cut-off')
  return Buffer.concat(chunks)
}

/** Says whether the response itself marks its end. */
const isFramed = ({ headers }: IncomingMessage): boolean =>
  headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined

/** Says whether HTML opens its root or body without closing it, so that the page may be incomplete. */
function endsWithin(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1').toLowerCase()
  return /<(?:html|body)[\s>]/.test(text) && !/<\/(?:html|body)\s*>/.test(text)
}

async function unpacked(bytes: Buffer, encoding: string): Promise<Uint8Array> {
  const name = encoding.trim().toLowerCase()
  if (name === 'identity' || name === '') return bytes
  if (name !== 'gzip' && name !== 'deflate' && name !== 'br') throw new BodyRefused('unreadable-encoding')
  try {
    return await UNPACK[name](bytes, { maxOutputLength: MAX_BYTES })
  } catch (error) {
    if (error instanceof RangeError) throw new BodyRefused('too-large')
    throw new BodyRefused(isUnexpectedEnd(error) ? 'cut-off' : 'unreadable-encoding')
  }
}

/** Error codes of zlib for each of the three formats. */
const isUnexpectedEnd = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR'
