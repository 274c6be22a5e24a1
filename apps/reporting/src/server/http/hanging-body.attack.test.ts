import { createServer } from 'node:http'
import { connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { cutHangingBodies } from './hanging-body.ts'

// A span of many parts, so that a pause of this process is no stalled body.
const limits = { milliseconds: 1_000, span: 1_000, bytesEachSpan: 1_000 }

/** A server that responds with the length of a body, and a client that sends `part` every 50 ms, `times` times. */
async function sending(path: string, part: string, times: number): Promise<string> {
  const server = createServer(async (request, response) => {
    let bytes = 0
    try {
      for await (const chunk of request) bytes += chunk.length
      response.end(`got ${bytes}`)
    } catch {
      response.destroy()
    }
  })
  cutHangingBodies(server, limits)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.closeAllConnections())
  onTestFinished(() => void server.close())
  const address = server.address()
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
  let output = ''
  const ended = new Promise<string>((resolve) => {
    socket.on('data', (chunk) => {
      output += chunk
      if (output.includes('got')) resolve(output)
    })
    socket.on('error', () => resolve('cut'))
    socket.on('close', () => resolve('cut'))
  })
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: ${part.length * times}\r\n\r\n`)
  for (let sentCount = 0; sentCount < times && !socket.destroyed; sentCount += 1) {
    socket.write(part)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const answer = await ended
  socket.destroy()
  return answer
}

test('a stalled body is cut off, even if bytes still trickle in', async () => {
  expect(await sending('/trpc/people.invite', 'x', 40)).toBe('cut')
})

test('a file that trickles in is cut off', async () => {
  expect(await sending('/import/travelers', 'x', 40)).toBe('cut')
})

test('a slow file that keeps coming is accepted', async () => {
  expect(await sending('/import/travelers', 'x'.repeat(1_000), 30)).toContain('got 30000')
})
