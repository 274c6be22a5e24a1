import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { expect, onTestFinished, test } from 'vitest'
import { compressAssets } from '../../../compress-assets.ts'
import { openApp } from '../testing/open-app.ts'
import { pages } from './pages.ts'
import { readWebFiles } from './web-files.ts'

const script = 'export const sentence = "the figures of the half-year"\n'.repeat(100)
const image = randomBytes(3000)

/** A built dashboard with its compressed files. */
async function built(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-web-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets/a-1.js'), script)
  writeFileSync(join(folder, 'assets/b-1.png'), image)
  writeFileSync(join(folder, 'index.html'), `<html><head></head><body>${'<p>page</p>'.repeat(200)}</body></html>`)
  await compressAssets(folder)
  return folder
}

const unpacked = {
  br: (bytes: Uint8Array) => brotliDecompressSync(bytes),
  gzip: (bytes: Uint8Array) => gunzipSync(bytes),
}

test('each type of text names its character set', async () => {
  const folder = await built()
  writeFileSync(join(folder, 'assets/c-1.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  const files = readWebFiles(folder)
  expect(files.get('/assets/a-1.js')?.type).toBe('text/javascript; charset=utf-8')
  expect(files.get('/assets/c-1.svg')?.type).toBe('image/svg+xml; charset=utf-8')
})

test.each(['br', 'gzip'] as const)('an asset is sent as %s, and may be cached permanently', async (encoding) => {
  const app = pages(readWebFiles(await built()), 'en')
  const ask = (method: string) =>
    app.request('/assets/a-1.js', { method, headers: { 'accept-encoding': `${encoding}, deflate` } })
  const answer = await ask('GET')
  const bytes = new Uint8Array(await answer.arrayBuffer())
  expect(unpacked[encoding](bytes).toString()).toBe(script)
  const expectedHeaders = {
    'content-encoding': encoding,
    vary: 'Accept-Encoding',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-length': String(bytes.length),
  }
  expect(Object.fromEntries(answer.headers)).toMatchObject(expectedHeaders)
  const head = await ask('HEAD')
  expect(Object.fromEntries(head.headers)).toMatchObject(expectedHeaders)
  expect(await head.text()).toBe('')
})

test('an asset is sent uncompressed if no encoding is accepted, and an image always', async () => {
  const app = pages(readWebFiles(await built()), 'en')
  const identity = await app.request('/assets/a-1.js', { headers: { 'accept-encoding': 'br;q=0' } })
  expect(identity.headers.get('content-encoding')).toBeNull()
  expect(identity.headers.get('vary')).toBe('Accept-Encoding')
  expect(await identity.text()).toBe(script)
  const compressed = await app.request('/assets/b-1.png', { headers: { 'accept-encoding': 'br, gzip' } })
  expect(compressed.headers.get('content-encoding')).toBeNull()
  expect(compressed.headers.get('vary')).toBeNull()
  expect(Buffer.from(await compressed.arrayBuffer())).toEqual(image)
})

test('a compressed file has no address of its own', async () => {
  const app = pages(readWebFiles(await built()), 'en')
  for (const path of ['/assets/a-1.js.br', '/assets/a-1.js.gz', '/index.html.br'])
    expect((await app.request(path)).status, path).toBe(404)
})

test('the page and long responses are compressed once, also by a real server', async () => {
  const { app, join: joinAs } = await openApp({ web: readWebFiles(await built()) })
  const { cookie } = await joinAs('officer')
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const get = (path: string, encoding: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${address.port}${path}`, { method, headers: { cookie, 'accept-encoding': encoding } })
  const calls = Array(10).fill('session.me').join(',')
  for (const path of ['/scorecard', `/trpc/${calls}?batch=1`]) {
    const [gzip, identityBody] = [await get(path, 'gzip, br'), await get(path, 'identity')]
    expect(gzip.headers.get('content-encoding'), path).toMatch(/^(br|gzip)$/)
    expect(gzip.headers.get('vary'), path).toContain('Accept-Encoding')
    expect(identityBody.headers.get('content-encoding'), path).toBeNull()
    // fetch decodes one encoding, so a body that was compressed twice would not be text.
    const text = (answer: string) => answer.replaceAll(/nonce="[^"]*"/g, '')
    expect(text(await gzip.text()), path).toBe(text(await identityBody.text()))
  }
  const asset = await get('/assets/a-1.js', 'gzip')
  expect(await asset.text()).toBe(script)
  const head = await get('/assets/a-1.js', 'br', 'HEAD')
  expect(head.headers.get('content-encoding')).toBe('br')
  expect(Number(head.headers.get('content-length'))).toBeLessThan(500)
})
