import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

export interface FirstScreen {
  readonly requests: number
  /** Bytes of the bodies as they are sent. */
  readonly bytes: number
}

const LINKED = /<(?:script|link)[^>]+(?:src|href)="(\/[^"]+)"/g
/** Static imports of a bundled module: `import"./a.js"` and `from"./a.js"`, not `import("./a.js")`. */
const IMPORTED = /(?:\bimport|\bfrom)\s*"(\.\/[^"]+)"/g

/** Loads a page, with a session, and what it cannot be drawn without: linked scripts and styles, and the modules that these import. */
export async function loadFirstScreen(pageUrl: string, cookie: string): Promise<FirstScreen> {
  const waiting = [pageUrl]
  const loaded = new Set<string>()
  let bytes = 0
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (loaded.has(url)) continue
    loaded.add(url)
    const { sent, text } = await download(url, cookie)
    bytes += sent
    const references = url === pageUrl ? LINKED : IMPORTED
    for (const [, reference = ''] of text.matchAll(references)) waiting.push(new URL(reference, url).href)
  }
  return { requests: loaded.size, bytes }
}

async function download(url: string, cookie: string): Promise<{ readonly sent: number; readonly text: string }> {
  const request = get(url, { headers: { cookie, 'accept-encoding': 'br, gzip' } })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  if (response.statusCode !== 200) throw new Error(`${url} answers with status ${response.statusCode}`)
  const unpacked = { br: brotliDecompressSync, gzip: gunzipSync }[response.headers['content-encoding'] ?? '']
  return { sent: body.length, text: (unpacked?.(body) ?? body).toString('utf8') }
}
