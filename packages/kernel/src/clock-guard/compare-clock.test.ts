import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { clockOffsetFrom } from './compare-clock.ts'

async function timeServer(date: string | null): Promise<string> {
  const server = createServer((_, answer) => {
    answer.sendDate = false
    if (date !== null) answer.setHeader('date', date)
    answer.end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const clock = { now: () => Date.parse('2026-03-10T10:00:30.500Z') }

test('the offset is the difference between the clock and the Date header of the response', async () => {
  const ahead = await timeServer('Tue, 10 Mar 2026 10:00:00 GMT')
  expect(await clockOffsetFrom(ahead, clock)()).toBe(30_000)
  const behind = await timeServer('Tue, 10 Mar 2026 10:02:00 GMT')
  expect(await clockOffsetFrom(behind, clock)()).toBe(-90_000)
})

test('the offset is null, not 0, without a usable reference', async () => {
  expect(await clockOffsetFrom(null, clock)()).toBeNull()
  expect(await clockOffsetFrom(await timeServer(null), clock)()).toBeNull()
  expect(await clockOffsetFrom(await timeServer('soon'), clock)()).toBeNull()
  expect(await clockOffsetFrom('http://127.0.0.1:1/', clock)()).toBeNull()
})
