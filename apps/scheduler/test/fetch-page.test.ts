import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { type Network, publicNetwork } from '@wayproof/letters/network/public-network'
import { expect, it, onTestFinished } from 'vitest'
import { pageFetcher } from '../src/policy-pages/fetch-page.ts'
import { sleep } from './company.ts'

const HOST = 'policy.company.example'
const MEGABYTES = (n: number) => n * 1024 * 1024
const neverAborted = () => new AbortController().signal

async function listening(server: Server, address = '127.0.0.1'): Promise<number> {
  server.listen(0, address)
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

/** A server on loopback, and a fetcher to whose network only loopback belongs. */
async function site(answer: RequestListener, network: Partial<Network> = {}, deadline = neverAborted) {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    answer(request, response)
  })
  onTestFinished(() => server.closeAllConnections())
  const port = await listening(server)
  const localNetwork = {
    resolve: async () => ['127.0.0.1'],
    mayConnect: () => true,
    mayUsePort: () => true,
    ...network,
  }
  const read = pageFetcher(localNetwork, deadline)
  return { requests, port, read: (url = `http://${HOST}:${port}/privacy?v=7`) => read(url, 'zh-CN') }
}

const html = { 'content-type': 'text/html; charset=utf-8' }

it('reads a page from the checked address, and requests it by name and in its language', async () => {
  const text = '<p>隐私政策</p>'
  const { read, requests, port } = await site((_, response) => response.writeHead(200, html).end(text))
  const page = await read()
  expect(page).toMatchObject({
    connectedTo: '127.0.0.1',
    status: 200,
    contentType: html['content-type'],
    fault: null,
  })
  expect(Buffer.from(page.page?.bytes ?? []).toString()).toBe(text)
  expect(page.page?.digest).toBe(createHash('sha256').update(text).digest('hex'))
  expect(requests.map(({ url, headers }) => [url, headers.host, headers['accept-language'], headers.cookie])).toEqual([
    ['/privacy?v=7', `${HOST}:${port}`, 'zh-CN', undefined],
  ])
})

it('decompresses compressed pages', async () => {
  const gzipHeaders = { ...html, 'content-encoding': 'gzip' }
  const { read } = await site((_, response) => response.writeHead(200, gzipHeaders).end(gzipSync('<p>policy')))
  expect(Buffer.from((await read()).page?.bytes ?? []).toString()).toBe('<p>policy')
})

it('connects to no private address, however the host is written', async () => {
  const { port, requests } = await site((_, response) => response.end())
  const resolve = async (host: string) => (host === 'inside.example' ? ['127.0.0.1'] : ['::ffff:127.0.0.1'])
  const read = pageFetcher({ ...publicNetwork, resolve, mayUsePort: () => true }, neverAborted)
  const hosts = ['inside.example', 'mapped.example', '127.0.0.1', '2130706433', '0x7f.1', '0177.0.0.1', '[::1]']
  for (const host of [...hosts, '[::ffff:127.0.0.1]', '169.254.169.254', '0', '127.0.0.1.'])
    expect([host, await read(`http://${host}:${port}/`, 'en')]).toMatchObject([
      host,
      { fault: 'address-refused', connectedTo: null },
    ])
  expect(requests).toEqual([])
})

it('refuses a host if one of its addresses is private', async () => {
  const addresses = ['203.0.114.9', '10.0.0.1']
  const { read } = await site((_, response) => response.end(), {
    ...publicNetwork,
    resolve: async () => addresses,
    mayUsePort: () => true,
  })
  expect(await read()).toMatchObject({ fault: 'address-refused', connectedTo: null })
})

it.each([
  ['another scheme', 'file:///etc/passwd'],
  ['another protocol', 'ftp://company.example/'],
  ['a mail server', 'http://company.example:25/'],
  ['a port next to the usual ones', 'https://company.example:8443/'],
  ['a name and password', 'https://user:secret@company.example/'],
  ['nothing', ''],
  ['no address', 'the policy page'],
])('refuses %s without a DNS query', async (_, url) => {
  const resolve = () => Promise.reject(new Error('asked'))
  expect(await pageFetcher({ ...publicNetwork, resolve }, neverAborted)(url, 'en')).toMatchObject({
    fault: 'address-refused',
  })
})

it('queries DNS once, so a later answer changes nothing', async () => {
  const otherConnections: Socket[] = []
  const answers = [['127.0.0.1'], ['127.0.0.2']]
  const { read, port, requests } = await site((_, response) => response.writeHead(200, html).end('here'), {
    resolve: async () => answers.shift() ?? [],
    mayConnect: (address) => address === '127.0.0.1',
  })
  const otherServer = createSocketServer((socket) => otherConnections.push(socket.destroy()))
  otherServer.listen(port, '127.0.0.2')
  await once(otherServer, 'listening')
  onTestFinished(() => void otherServer.close())
  expect(await read()).toMatchObject({ connectedTo: '127.0.0.1', status: 200 })
  expect([requests.length, answers.length, otherConnections.length]).toEqual([1, 1, 0])
  expect(await read()).toMatchObject({ fault: 'address-refused' })
  expect(otherConnections).toEqual([])
})

it('follows no redirect, and reports its target', async () => {
  const location = 'http://169.254.169.254/latest/meta-data'
  const { read, requests } = await site((_, response) => response.writeHead(302, { location }).end())
  expect(await read()).toMatchObject({ fault: 'redirected', status: 302, redirectedTo: location, page: null })
  expect(requests).toHaveLength(1)
})

it.each([404, 500, 204, 206])('does not accept a response of %i as the page', async (status) => {
  const { read } = await site((_, response) => response.writeHead(status, html).end())
  expect(await read()).toMatchObject({ fault: 'bad-status', status })
})

it.each(['application/pdf', 'image/png', 'text/htmlx', ''])('does not read %j', async (type) => {
  const headers = type === '' ? {} : { 'content-type': type }
  const { read } = await site((_, response) => response.writeHead(200, headers).end('x'))
  expect(await read()).toMatchObject({ fault: 'not-html' })
})

it('cuts off a page that never ends', async () => {
  let sentBytes = 0
  let isCut = false
  const { read } = await site((_, response) => {
    response.writeHead(200, html).on('close', () => (isCut = true))
    const chunk = Buffer.alloc(1 << 16, 'x')
    const sendMore = () => {
      while (!isCut && response.write(chunk)) sentBytes += chunk.length
      sentBytes += chunk.length
    }
    response.on('drain', sendMore)
    sendMore()
  })
  expect(await read()).toMatchObject({ fault: 'too-large', status: 200, page: null })
  await expect.poll(() => isCut).toBe(true)
  expect(sentBytes).toBeLessThan(MEGABYTES(16))
})

it('accepts a wrong length that is too large, but none that is too small', async () => {
  const three = await site((_, response) => response.writeHead(200, { ...html, 'content-length': 3e9 }).write('x'))
  expect(await three.read()).toMatchObject({ fault: 'too-large' })
  const port = await listening(
    createSocketServer((socket) => {
      socket.on('error', () => undefined)
      socket.write(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 4\r\n\r\n${'x'.repeat(MEGABYTES(3))}`)
    }),
  )
  expect((await three.read(`http://${HOST}:${port}/`)).page?.bytes.length ?? 0).toBeLessThanOrEqual(4)
})

it('stops decompressing at the limit', async () => {
  const bomb = gzipSync(Buffer.alloc(MEGABYTES(64)))
  const { read } = await site((_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(bomb),
  )
  expect(await read()).toMatchObject({ fault: 'too-large', page: null })
})

it.each([
  ['is no gzip', 'gzip', '<p>We keep what a booking needs.</p>'],
  ['is packed twice', 'gzip, gzip', gzipSync(gzipSync('x'))],
  ['is packed in an unknown way', 'zstd', 'x'],
])('reads no page that %s', async (_, encoding, body) => {
  const { read } = await site((_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': encoding }).end(body),
  )
  expect(await read()).toMatchObject({ fault: 'unreadable-encoding' })
})

it.each(['name', 'head', 'page'] as const)('gives up when the %s takes too long', async (slow) => {
  const time = new AbortController()
  const up = () => queueMicrotask(() => time.abort())
  const resolve = () => {
    up()
    return new Promise<never>(() => undefined)
  }
  const { read } = await site(
    (_, response) => {
      if (slow === 'page') response.writeHead(200, html).write('<p>')
      setImmediate(up)
    },
    slow === 'name' ? { resolve } : {},
    () => time.signal,
  )
  expect(await read()).toMatchObject({ fault: 'timed-out', page: null })
})

const WHOLE = `<html><body>${'<p>We keep what a booking needs.</p>'.repeat(200)}</body></html>`
const HALF = WHOLE.slice(0, WHOLE.length / 2)
const gzipped = gzipSync(WHOLE)

/** Answers each connection with raw bytes, and then runs the given function on the connection. */
async function rawSite(head: string, body: string | Buffer, end: (socket: Socket) => void, deadline = neverAborted) {
  const port = await listening(
    createSocketServer((socket) => {
      socket.on('error', () => undefined)
      onTestFinished(() => void socket.destroy())
      socket.once('data', () => {
        socket.write(`HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n${head}\r\n`)
        socket.write(body, () => end(socket))
      })
    }),
  )
  const network = { resolve: async () => ['127.0.0.1'], mayConnect: () => true, mayUsePort: () => true }
  return pageFetcher(network, deadline)(`http://${HOST}:${port}/`, 'en')
}

const HEADS: readonly (readonly [string, string, string | Buffer])[] = [
  ['without a length', '', HALF],
  ['with a length', `content-length: ${WHOLE.length}\r\n`, HALF],
  ['in chunks', 'transfer-encoding: chunked\r\n', `${HALF.length.toString(16)}\r\n${HALF}\r\n`],
  ['packed, without a length', 'content-encoding: gzip\r\n', gzipped.subarray(0, gzipped.length / 2)],
]
const ENDS: readonly (readonly [string, (socket: Socket) => void])[] = [
  ['closes', (socket) => void socket.end()],
  ['resets', (socket) => void socket.resetAndDestroy()],
]

it.each(HEADS.flatMap(([sent, head, body]) => ENDS.map(([ends, end]) => ({ sent, ends, head, body, end }))))(
  'is no proof: a page that is sent $sent and whose connection $ends half way',
  async ({ head, body, end }) => {
    expect(await rawSite(head, body, (socket) => setImmediate(end, socket))).toMatchObject({
      fault: 'cut-off',
      status: 200,
      page: null,
    })
  },
)

it.each(HEADS)('is no proof: a page that is sent %s and cut off by the deadline', async (_, head, body) => {
  const time = new AbortController()
  const abort = async () => {
    await sleep(50)
    // After a stall the timer runs before the reader has its turn.
    for (let turn = 0; turn < 20; turn += 1) await nextTurn()
    time.abort()
  }
  const abortLater = () => void abort()
  expect(await rawSite(head, body, abortLater, () => time.signal)).toMatchObject({
    fault: 'timed-out',
    status: 200,
    page: null,
  })
})

it('is no proof: compressed bytes that end before their length', async () => {
  const half = gzipped.subarray(0, gzipped.length / 2)
  const head = `content-encoding: gzip\r\ncontent-length: ${half.length}\r\n`
  expect(await rawSite(head, half, (socket) => void socket.end())).toMatchObject({ fault: 'cut-off', page: null })
})

it('reads a complete page that is sent without a length', async () => {
  const page = await rawSite('', WHOLE, (socket) => void socket.end())
  expect(Buffer.from(page.page?.bytes ?? []).toString()).toBe(WHOLE)
})

it('allows five seconds in total', async () => {
  const timeouts: number[] = []
  const { port } = await site((_, response) => response.writeHead(200, html).end('x'))
  const network = { resolve: async () => ['127.0.0.1'], mayConnect: () => true, mayUsePort: () => true }
  const deadline = (milliseconds: number) => {
    timeouts.push(milliseconds)
    return neverAborted()
  }
  await pageFetcher(network, deadline)(`http://${HOST}:${port}/`, 'en')
  expect(timeouts).toEqual([5000])
})

it('distinguishes a host without an address from one that does not respond, or disconnects', async () => {
  const unknown = await site((_, response) => response.end(), { resolve: () => Promise.reject(new Error('ENOTFOUND')) })
  expect(await unknown.read()).toMatchObject({ fault: 'address-unknown', connectedTo: null })
  const brokenSite = await site((_, response) => {
    response.writeHead(200, { ...html, 'content-length': 100 }).write('x', () => response.destroy())
  })
  expect(await brokenSite.read()).toMatchObject({ fault: 'cut-off', status: 200 })
  const port = await listening(createSocketServer((socket) => socket.end('no HTTP at all\r\n\r\n')))
  expect(await brokenSite.read(`http://${HOST}:${port}/`)).toMatchObject({
    fault: 'unreachable',
    connectedTo: '127.0.0.1',
  })
})

it('checks the certificate of the host name although it connects to an IP address', async () => {
  const received: Buffer[] = []
  const port = await listening(
    createSocketServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', (hello) => {
        received.push(hello)
        socket.destroy()
      })
    }),
  )
  const { read } = await site((_, response) => response.end())
  expect(await read(`https://${HOST}:${port}/`)).toMatchObject({ fault: 'unreachable', connectedTo: '127.0.0.1' })
  expect(Buffer.concat(received).includes(HOST)).toBe(true)
})
