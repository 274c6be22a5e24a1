import { PassThrough, Readable } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import { encodingFor } from '@wayproof/kernel/http/content-encoding'
import type { Context } from 'hono'

/** Levels that take about 1 ms for a page. */
const COMPRESSORS = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: () => createGzip(),
}

/**
 * A page whose head is sent at once, so that a browser loads scripts and styles while the server writes the rest. Writing
 * occupies the process, so it begins when the head has left.
 */
export function pageInTwoParts(c: Context, head: string, writeRest: () => Promise<string>): Response {
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const body = encoding ? COMPRESSORS[encoding]() : new PassThrough()
  const sendRest = () =>
    writeRest().then(
      // A reader who left has destroyed the body.
      (text) => body.writable && body.end(text),
      (error: Error) => body.destroy(error),
    )
  const afterHead = () => setImmediate(() => void sendRest())
  body.write(head)
  if (body instanceof PassThrough) afterHead()
  else body.flush(afterHead)
  return c.body(Readable.toWeb(body) as ReadableStream, 200, {
    'content-type': 'text/html; charset=UTF-8',
    'cache-control': 'no-store',
    vary: 'Accept-Encoding',
    // A proxy that buffers would hold the head back.
    'x-accel-buffering': 'no',
    ...(encoding ? { 'content-encoding': encoding } : {}),
  })
}
