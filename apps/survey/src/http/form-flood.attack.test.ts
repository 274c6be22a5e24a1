import { callerAddress } from '@wayproof/kernel/network/caller-address'
import type { Hono } from 'hono'
import { expect, it, onTestFinished } from 'vitest'
import { postFrom } from '../testing/browser.ts'
import { appointCaseHandler, OPENED_AT, surveyAtWork } from '../testing/survey-at-work.ts'

const MINUTE = 60_000
const DAY = 1440 * MINUTE
const REPORT = { reporter: 'staff', text: 'A customer list is sold.', contact: '' }
const REPORTER = '198.51.100.7'

/** The forms that anybody can post, each with a message. */
const FORMS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['/whistle-blowing', REPORT],
  ['/rights', { kind: 'access', regime: 'china', text: 'What do you hold?', email: '' }],
  ['/contact', { text: 'Who is responsible?', email: 'someone@mail.example' }],
]

async function atWork(proxies: readonly string[] = []) {
  const work = await surveyAtWork({ callerAddress: callerAddress(proxies) })
  onTestFinished(() => work.close())
  await appointCaseHandler(work)
  const sendTo =
    (app: Hono, [path, fields]: (typeof FORMS)[number]) =>
    async (peer: string | undefined, headers: Readonly<Record<string, string>> = {}) =>
      (await postFrom(app, peer, `${path}?lang=en`, fields, headers)).status
  return { ...work, sendTo, send: sendTo(work.app, FORMS[0] as (typeof FORMS)[number]) }
}

/** Posts of `networks` networks, `posts` in all; the number that was accepted. */
async function flood(
  send: (peer: string) => Promise<number>,
  networks: readonly string[],
  posts: number,
): Promise<number> {
  let accepted = 0
  for (let n = 0; n < posts; n += 1) if ((await send(networks[n % networks.length] ?? '')) === 303) accepted += 1
  return accepted
}

const fifty = Array.from({ length: 50 }, (_, n) => `203.0.${n}.9`)

it.each(FORMS)('%s stays open to others while 300 posts a minute come from one network', async (...form) => {
  const { app, sendTo, setTime } = await atWork()
  const send = sendTo(app, form)
  for (let minute = 0; minute < 3; minute += 1) {
    setTime(OPENED_AT + minute * MINUTE)
    const accepted = await flood(send, ['203.0.113.1', '203.0.113.77', '203.0.113.254'], 300)
    expect(accepted).toBe(minute === 0 ? 10 : 0)
    expect(await send(`198.51.${minute}.7`)).toBe(303)
  }
})

it.each(FORMS)('%s stays open to a network that was not there today while 50 networks flood it', async (...form) => {
  const { app, sendTo } = await atWork()
  const send = sendTo(app, form)
  expect(await flood(send, fifty, 600)).toBe(300)
  expect(await send(REPORTER)).toBe(303)
  // One of the flood, and the reporter's own next post, have no part of the reserve.
  expect([await send('203.0.3.1'), await send(REPORTER)]).toEqual([429, 429])
})

it('the reserve ends, and a network that was refused there is still new in the next ten minutes', async () => {
  const { send, setTime } = await atWork()
  const many = Array.from({ length: 460 }, (_, n) => `10.${n >> 8}.${n & 255}.1`)
  expect(await flood(send, many, 460)).toBe(400)
  expect(await send(REPORTER)).toBe(429)
  setTime(OPENED_AT + 10 * MINUTE)
  expect(await flood(send, many.slice(0, 400), 400)).toBe(300)
  expect(await send(REPORTER)).toBe(303)
})

it('a forged header opens no further bucket, with and without a proxy', async () => {
  for (const proxies of [[], ['192.0.2.1']]) {
    const { send } = await atWork(proxies)
    const statuses: number[] = []
    for (let n = 0; n < 30; n += 1) {
      const forged = `10.0.${n}.1`
      const claims = { 'x-forwarded-for': forged, forwarded: `for=${forged}`, 'x-real-ip': forged }
      statuses.push(await send('203.0.113.5', claims))
    }
    expect(statuses.filter((status) => status === 303)).toHaveLength(10)
  }
})

it('behind a trusted proxy the address that it added counts, whatever the caller put before it', async () => {
  const { send } = await atWork(['192.0.2.1'])
  const from = (caller: string, n: number) => send('192.0.2.1', { 'x-forwarded-for': `10.0.${n}.1, ${caller}` })
  const statuses: number[] = []
  for (let n = 0; n < 30; n += 1) statuses.push(await from('203.0.113.5', n))
  expect(statuses.filter((status) => status === 303)).toHaveLength(10)
  expect(await from(REPORTER, 1)).toBe(303)
})

it('the addresses of one IPv6 site are one network', async () => {
  const { send } = await atWork()
  const site = Array.from({ length: 256 }, (_, n) => `2001:db8:7:${n.toString(16)}00::${n.toString(16)}`)
  expect(await flood(send, site, 300)).toBe(10)
  expect(await send('2001:db8:8::1')).toBe(303)
})

it('callers without an address share the limit of all, and have no part of the reserve', async () => {
  const { send } = await atWork()
  const statuses: number[] = []
  for (let n = 0; n < 310; n += 1) statuses.push(await send(n % 2 ? '127.0.0.1' : undefined))
  expect(statuses.filter((status) => status === 303)).toHaveLength(300)
  expect(await send(REPORTER)).toBe(303)
})

it('a day later every network is new, and so it is after a restart, but the totals go on', async () => {
  const { app, restarted, send, sendTo, setTime } = await atWork()
  expect(await flood(send, fifty, 600)).toBe(300)
  expect(await send('203.0.3.1')).toBe(429)
  const afterRestart = sendTo(restarted(), ['/whistle-blowing', REPORT])
  expect([await flood(afterRestart, fifty, 600), await afterRestart(REPORTER)]).toEqual([50, 303])
  setTime(OPENED_AT + DAY)
  expect(await flood(sendTo(app, ['/whistle-blowing', REPORT]), fifty, 600)).toBe(300)
  expect(await send('203.0.113.1')).toBe(303)
})

it('two processes share the totals', async () => {
  const { app, restarted, sendTo } = await atWork()
  const [first, second] = [app, restarted()].map((one) => sendTo(one, ['/whistle-blowing', REPORT]))
  const send = (peer: string) =>
    ((Number(peer.split('.')[3]) % 2 ? first : second) ?? (() => 0))(peer) as Promise<number>
  expect(await flood(send, ['203.0.113.1', '203.0.113.2'], 300)).toBe(20)
  const mixed = fifty.flatMap((peer) => [peer, peer.replace(/9$/, '8')])
  expect(await flood(send, mixed, 1200)).toBe(280)
  expect(await send(REPORTER)).toBe(303)
})

it('no address, no prefix and no hash of one is in the database, in a log line or in a page', async () => {
  const { accessLines, database, logged, app, sendTo } = await atWork()
  const [path, fields] = FORMS[0] as (typeof FORMS)[number]
  const pages: string[] = []
  for (let n = 0; n < 15; n += 1)
    pages.push(await (await postFrom(app, '203.0.113.5', `${path}?lang=en`, fields)).text())
  await sendTo(app, FORMS[1] as (typeof FORMS)[number])('203.0.113.5')
  const tables = await database.rows<{ key: Uint8Array; day: string; count: number }>('SELECT * FROM try_count')
  expect(tables.map(({ count }) => count).sort()).toEqual([1, 10])
  const text = JSON.stringify([accessLines, logged, pages, await database.rows('SELECT * FROM rate_limit')])
  expect(text).not.toContain('203.0.113')
  expect(pages[14]).toContain('Go back in 10 minutes')
})
