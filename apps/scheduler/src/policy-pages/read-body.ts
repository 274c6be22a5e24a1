import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'

/** Of a page, as it comes and unpacked. */
const MOST_BYTES = 2 * 1024 * 1024

export class BodyRefused extends Error {
  readonly why: 'too-large' | 'unreadable-encoding'

  constructor(why: 'too-large' | 'unreadable-encoding') {
    super(why)
    this.why = why
  }
}

const UNPACK = { gzip: promisify(gunzip), deflate: promisify(inflate), br: promisify(brotliDecompress) }

/** The bytes of an answer, unpacked. Throws BodyRefused, and reads no further than the limit. */
export async function readBody(answer: IncomingMessage): Promise<Uint8Array> {
  if (Number(answer.headers['content-length'] ?? 0) > MOST_BYTES) throw new BodyRefused('too-large')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer) {
    size += chunk.length
    if (size > MOST_BYTES) throw new BodyRefused('too-large')
    chunks.push(chunk)
  }
  return unpacked(Buffer.concat(chunks), answer.headers['content-encoding'] ?? 'identity')
}

async function unpacked(bytes: Buffer, encoding: string): Promise<Uint8Array> {
  const name = encoding.trim().toLowerCase()
  if (name === 'identity' || name === '') return bytes
  if (name !== 'gzip' && name !== 'deflate' && name !== 'br') throw new BodyRefused('unreadable-encoding')
  try {
    return await UNPACK[name](bytes, { maxOutputLength: MOST_BYTES })
  } catch (error) {
    const bomb = error instanceof RangeError
    throw new BodyRefused(bomb ? 'too-large' : 'unreadable-encoding')
  }
}
