import { createServer, type Socket } from 'node:net'

/** A fast mail server with PIPELINING that accepts everything and stores only recipients. */
export interface FastSink {
  readonly port: number
  /** Number of accepted letters for each address. */
  readonly countByAddress: ReadonlyMap<string, number>
  /** Milliseconds from MAIL FROM to the end of a letter. */
  readonly latencies: readonly number[]
  /** Clears what was recorded. */
  empty(): void
  close(): Promise<void>
}

const END = Buffer.from('\r\n.\r\n')

export async function fastSink(): Promise<FastSink> {
  const countByAddress = new Map<string, number>()
  const latencies: number[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    let buffered: Buffer = Buffer.alloc(0)
    let isInData = false
    let startedAt = 0
    let to = ''
    const answer = (line: string): string => {
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'EHLO') return '250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n'
      if (verb === 'MAIL') startedAt = performance.now()
      if (verb === 'RCPT') to = /<([^>]*)>/.exec(line)?.[1] ?? ''
      if (verb === 'DATA') {
        isInData = true
        return '354 go on\r\n'
      }
      return verb === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n'
    }
    socket.on('data', (chunk: Buffer) => {
      buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk])
      let answers = ''
      for (;;) {
        const end = buffered.indexOf(isInData ? END : '\r\n')
        if (end < 0) break
        if (isInData) {
          isInData = false
          countByAddress.set(to, (countByAddress.get(to) ?? 0) + 1)
          latencies.push(performance.now() - startedAt)
          answers += '250 taken\r\n'
          buffered = buffered.subarray(end + END.length)
        } else {
          answers += answer(buffered.toString('latin1', 0, end))
          buffered = buffered.subarray(end + 2)
        }
      }
      if (answers !== '') socket.write(answers)
    })
    socket.write('220 sink\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    countByAddress,
    latencies,
    empty: () => {
      countByAddress.clear()
      latencies.length = 0
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
