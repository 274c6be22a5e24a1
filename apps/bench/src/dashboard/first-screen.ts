import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'

export interface FirstScreen {
  readonly requests: number
  /** Bytes of the bodies as they are sent. */
  readonly bytes: number
}

const LINKED = /<(?:script|link)[^>]+(?:src|href)="(\/[^"]+)"/g
/** Static imports of a bundled module: `import"./a.js"` and `from"./a.js"`, not `import("./a.js")`. */
const IMPORTED = /(?:\bimport|\bfrom)\s*"(\.\/[^"]+)"/g

/** Loads a page and what it cannot be drawn without: linked scripts and styles, and the modules that these import. */
export async function loadFirstScreen(pageUrl: string): Promise<FirstScreen> {
  const waiting = [pageUrl]
  const loaded = new Set<string>()
  let bytes = 0
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (loaded.has(url)) continue
    loaded.add(url)
    const { sent, text } = await download(url)
    bytes += sent
    const references = url === pageUrl ? LINKED : IMPORTED
    for (const [, reference = ''] of text.matchAll(references)) waiting.push(new URL(reference, url).href)
  }
  return { requests: loaded.size, bytes }
}

async function download(url: string): Promise<{ readonly sent: number; readonly text: string }> {
  const request = get(url, { headers: { 'accept-encoding': 'br' } })
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  if (response.statusCode !== 200) throw new Error(`${url} answers with status ${response.statusCode}`)
  const isCompressed = response.headers['content-encoding'] === 'br'
  return { sent: body.length, text: (isCompressed ? brotliDecompressSync(body) : body).toString('utf8') }
}
