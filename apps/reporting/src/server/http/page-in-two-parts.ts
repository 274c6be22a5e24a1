import { PassThrough, Readable } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { encodingFor } from '@wayproof/kernel'
import type { Context } from 'hono'

/** Levels that take about 1 ms for a page. */
const COMPRESSORS = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: () => createGzip(),
}

/** A page whose head is sent at once, so that a browser loads scripts and styles while the server writes the rest. */
export function pageInTwoParts(c: Context, head: string, rest: Promise<string>): Response {
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const body = encoding ? COMPRESSORS[encoding]() : new PassThrough()
  body.write(head)
  if (!(body instanceof PassThrough)) body.flush()
  // A reader who left has destroyed the body.
  rest.then(
    (text) => body.writable && body.end(text),
    (error: Error) => body.destroy(error),
  )
  return c.body(Readable.toWeb(body) as ReadableStream, 200, {
    'content-type': 'text/html; charset=UTF-8',
    'cache-control': 'no-store',
    vary: 'Accept-Encoding',
    // A proxy that buffers would hold the head back.
    'x-accel-buffering': 'no',
    ...(encoding ? { 'content-encoding': encoding } : {}),
  })
}
