import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { encodingFor } from '@wayproof/kernel'
import type { MiddlewareHandler } from 'hono'

/** A smaller page fits one packet anyway. */
const SMALLEST_BYTES = 1024
/** The highest level that takes well under 1 ms for a page. */
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
}

/**
 * Compresses pages for slow connections. Compressed size cannot reveal secrets through echoed input: the link is not in
 * the page, and another site cannot make a browser post here.
 */
export const compressed: MiddlewareHandler = async (c, next) => {
  await next()
  const encoding = encodingFor(c.req.header('accept-encoding'))
  if (encoding === null || !c.res.headers.get('content-type')?.startsWith('text/html')) return
  const page = Buffer.from(await c.res.arrayBuffer())
  const { status, headers } = c.res
  const body =
    page.length < SMALLEST_BYTES ? page : encoding === 'br' ? brotliCompressSync(page, BROTLI) : gzipSync(page)
  const sent = new Headers(headers)
  sent.set('Vary', 'Accept-Encoding')
  if (body !== page) sent.set('Content-Encoding', encoding)
  c.res = undefined
  c.res = new Response(new Uint8Array(body), { status, headers: sent })
}
