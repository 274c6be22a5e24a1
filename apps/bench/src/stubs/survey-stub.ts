import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { benchSettings } from '../config.ts'

// Minimum work of a server: every page has the same prepared bytes; concurrent answers are appended to a file, synced
// once, and then acknowledged.

const { STUB_PAGE_BYTES, STUB_FILE } = benchSettings
const receipt = '0000-0000-0000-0000-0000-0000-0000'
const page = Buffer.from(receipt.padStart(Number(STUB_PAGE_BYTES), '.'))
const pageHead = ['Content-Type', 'text/html; charset=UTF-8', 'Content-Length', String(page.length)]
const thanksHead = ['Location', '/thanks', 'Content-Length', '0']

const file = openSync(STUB_FILE, 'a')
let pendingRequests: { readonly body: Buffer; readonly response: ServerResponse }[] = []

function commit(): void {
  const batch = pendingRequests
  pendingRequests = []
  writeSync(file, Buffer.concat(batch.map(({ body }) => body)))
  fdatasyncSync(file)
  for (const { response } of batch) response.writeHead(303, thanksHead).end()
}

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, pageHead).end(page)
    return
  }
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    pendingRequests.push({ body: Buffer.concat(chunks), response })
    if (pendingRequests.length === 1) setImmediate(commit)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  console.log(`listening ${typeof address === 'object' ? address?.port : ''}`)
})
process.once('SIGTERM', () => {
  closeSync(file)
  process.exit(0)
})
