import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'

/** Maximum size of a page, compressed and decompressed. */
const MAX_BYTES = 2 * 1024 * 1024

export class BodyRefused extends Error {
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
export async function readBody(answer: IncomingMessage): Promise<Uint8Array> {
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
