import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'

export interface HttpAnswer {
  readonly status: number
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
  let buffered: Buffer = Buffer.alloc(0)
  let pending: { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void } | null = null
  socket.on('data', (chunk: Buffer) => {
    buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk])
    const answer = completeAnswer(buffered)
    if (!answer) return
    buffered = Buffer.alloc(0)
    pending?.resolve(answer)
    pending = null
  })
  const fail = (error?: Error) => pending?.reject(error ?? new Error('the server closed the connection'))
  socket.on('error', fail)
  socket.on('close', () => fail())
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('the server closed the connection'))
        pending = { resolve, reject }
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
  const isChunked = /\r\ntransfer-encoding: chunked/i.test(head)
  if (length !== undefined && body.length < Number(length)) return null
  if (isChunked && body.toString('latin1', body.length - 5) !== '0\r\n\r\n') return null
  return { status: Number(head.slice(9, 12)), head, body }
}
