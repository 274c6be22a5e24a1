import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemIds } from '@wayproof/kernel/system'
import { expect, onTestFinished, test } from 'vitest'
import { clamdScanner } from '../bind-services.ts'

const COMMAND = 'zINSTREAM\0'

/** A server that speaks the protocol: `onFile` gets each whole file. */
async function clamd(onFile: (file: Buffer, socket: Socket) => void, path?: string) {
  const server = createServer((socket) => {
    let received: Buffer = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      received = Buffer.concat([received, data])
      const file = fileIn(received)
      if (file) onFile(file, socket)
    })
  })
  server.listen(path ?? { port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return path === undefined ? { host: '127.0.0.1', port: (server.address() as AddressInfo).port } : { path }
}

function fileIn(received: Buffer): Buffer | null {
  if (received.subarray(0, COMMAND.length).toString() !== COMMAND) return null
  const chunks: Buffer[] = []
  for (let place = COMMAND.length; place + 4 <= received.length; ) {
    const length = received.readUInt32BE(place)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(received.subarray(place + 4, place + 4 + length))
    place += 4 + length
  }
  return null
}

const replies = (reply: string) => (_: Buffer, socket: Socket) => void socket.end(reply)

function scannerAt(address: Parameters<typeof clamdScanner>[0], milliseconds = 5_000) {
  const logged: unknown[] = []
  const scan = clamdScanner(address, {
    log: (entry) => void logged.push(entry),
    deadline: () => AbortSignal.timeout(milliseconds),
  })
  return { scan, logged }
}

const file = Buffer.from('%PDF-1.7')

test('the scanner gets every byte of a large file', async () => {
  const large = Buffer.alloc(3_000_000, 'a page ')
  let received: Buffer = Buffer.alloc(0)
  const address = await clamd((scanned, socket) => {
    received = scanned
    socket.end('stream: OK\0')
  })
  expect(await scannerAt(address).scan(large)).toBe('clean')
  expect(received.equals(large)).toBe(true)
})

test('an infected file is found, and the log does not name it', async () => {
  const { scan, logged } = scannerAt(await clamd(replies('stream: Eicar-Test-Signature FOUND\0')))
  expect(await scan(file)).toBe('infected')
  expect(logged).toEqual([{ level: 'warn', event: 'evidence-infected' }])
})

test('a socket of this machine is an address too', async () => {
  const address = await clamd(replies('stream: OK\0'), join(tmpdir(), `${systemIds.next()}.ctl`))
  expect(await scannerAt(address).scan(file)).toBe('clean')
})

test.each(['INSTREAM size limit exceeded. ERROR\0', 'stream: OK', 'stream: OKAY\0', ''])(
  'the reply %j does not say that a file is clean',
  async (reply) => {
    const { scan, logged } = scannerAt(await clamd(replies(reply)))
    expect(await scan(file)).toBe('unavailable')
    expect(logged).toEqual([{ level: 'error', event: 'scan-failed', error: 'reply' }])
  },
)

test('a scanner that is silent is given up at the deadline', async () => {
  const { scan, logged } = scannerAt(await clamd(() => undefined), 100)
  expect(await scan(file)).toBe('unavailable')
  expect(logged).toEqual([{ level: 'error', event: 'scan-failed', error: 'ABORT_ERR' }])
})

test('a scanner that is gone, or hangs up during the file, does not say that it is clean', async () => {
  const server = createServer((socket) => socket.once('data', () => socket.resetAndDestroy()))
  server.listen({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const address = { host: '127.0.0.1', port: (server.address() as AddressInfo).port }
  const hungUp = scannerAt(address)
  expect(await hungUp.scan(Buffer.alloc(5_000_000))).toBe('unavailable')
  expect(hungUp.logged).toHaveLength(1)
  server.close()
  await once(server, 'close')
  const { scan, logged } = scannerAt(address)
  expect(await scan(file)).toBe('unavailable')
  expect(logged).toEqual([{ level: 'error', event: 'scan-failed', error: 'ECONNREFUSED' }])
})
