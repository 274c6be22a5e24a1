import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'

export interface HttpAnswer {
  readonly status: number
  /** The whole head as received. */
  readonly head: string
  readonly body: Buffer
}

/**
 * A keep-alive connection that sends a request and waits: minimum work for a client, so that the server is measured.
 */
export interface HttpConnection {
  ask(request: string): Promise<HttpAnswer>
  close(): void
}

export async function openConnection(port: number): Promise<HttpConnection> {
  const socket: Socket = createConnection(port, '127.0.0.1')
  socket.setNoDelay(true)
  await once(socket, 'connect')
  let received: Buffer = Buffer.alloc(0)
  let waiting: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | null = null
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const answer = completeAnswer(received)
    if (!answer) return
    received = Buffer.alloc(0)
    waiting?.resolve(answer)
    waiting = null
  })
  const lost = (error?: Error) => waiting?.reject(error ?? new Error('the server closed the connection'))
  socket.on('error', lost)
  socket.on('close', () => lost())
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(request, 'latin1')
      }),
    close: () => socket.destroy(),
  }
}

/** The response in `bytes` if it is complete. Requests are sent one at a time, so nothing follows it. */
function completeAnswer(bytes: Buffer): HttpAnswer | null {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = bytes.toString('latin1', 0, end)
  const body = bytes.subarray(end + 4)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  const chunked = /\r\ntransfer-encoding: chunked/i.test(head)
  if (length !== undefined && body.length < Number(length)) return null
  if (chunked && body.toString('latin1', body.length - 5) !== '0\r\n\r\n') return null
  return { status: Number(head.slice(9, 12)), head, body }
}
