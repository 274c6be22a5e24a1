import { createServer, type ServerResponse } from 'node:http'
import { benchSettings } from '../config.ts'

/** Makes answers durable that arrived together. */
export type CommitAnswers = (bodies: readonly Buffer[]) => void | Promise<void>

const receipt = '0000-0000-0000-0000-0000-0000-0000'
const page = Buffer.from(receipt.padStart(Number(benchSettings.STUB_PAGE_BYTES), '.'))
const pageHead = ['Content-Type', 'text/html; charset=UTF-8', 'Content-Length', String(page.length)]
const thanksHead = ['Location', '/thanks', 'Content-Length', '0']

/**
 * Minimum work of a survey server: every page has the same prepared bytes; answers that arrive together, or while earlier
 * ones are committed, share a commit and are then acknowledged.
 */
export function serveStub(commit: CommitAnswers): void {
  let pendingRequests: { readonly body: Buffer; readonly response: ServerResponse }[] = []
  let isCommitting = false

  const commitAll = async () => {
    while (pendingRequests.length > 0) {
      const batch = pendingRequests
      pendingRequests = []
      await commit(batch.map(({ body }) => body))
      for (const { response } of batch) response.writeHead(303, thanksHead).end()
    }
    isCommitting = false
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
      if (isCommitting) return
      isCommitting = true
      setImmediate(commitAll)
    })
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    console.log(`listening ${typeof address === 'object' ? address?.port : ''}`)
  })
}
