import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { type ContentEncoding, encodingFor } from '@wayproof/kernel/http/content-encoding'
import type { MiddlewareHandler } from 'hono'

/** A smaller page fits one packet anyway. */
const SMALLEST_BYTES = 1024
/** The highest level that takes well under 1 ms for a page. */
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}

const VARY = { Vary: 'Accept-Encoding' }
const COMPRESSED = {
  br: { ...VARY, 'Content-Encoding': 'br' },
  gzip: { ...VARY, 'Content-Encoding': 'gzip' },
} as const

/** The headers of a page that is compressed with `encoding`; null is uncompressed. */
export const encodingHeaders = (encoding: ContentEncoding | null): Readonly<Record<string, string>> =>
  encoding === null ? {} : COMPRESSED[encoding]

interface Compressed {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
}

/**
 * Compresses a page for slow connections. Compressed size cannot reveal secrets through echoed input: the link is not
 * in the page, and another site cannot make a browser post here.
 */
export function compress(page: Buffer, encoding: ContentEncoding | null): Compressed {
  if (encoding === null) return { body: page, headers: {} }
  if (page.length < SMALLEST_BYTES) return { body: page, headers: VARY }
  const body = encoding === 'br' ? brotliCompressSync(page, BROTLI) : gzipSync(page)
  return { body, headers: COMPRESSED[encoding] }
}

/** Compresses the pages of the router, except those that are already encoded for the client. */
export const compressed: MiddlewareHandler = async (c, next) => {
  await next()
  const { status, headers } = c.res
  const encoding = encodingFor(c.req.header('accept-encoding'))
  if (encoding === null || headers.has('Vary') || !headers.get('content-type')?.startsWith('text/html')) return
  const page = compress(Buffer.from(await c.res.arrayBuffer()), encoding)
  const responseHeaders = new Headers(headers)
  for (const [name, value] of Object.entries(page.headers)) responseHeaders.set(name, value)
  c.res = undefined
  c.res = new Response(new Uint8Array(page.body), { status, headers: responseHeaders })
}
