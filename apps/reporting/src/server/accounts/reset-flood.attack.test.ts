import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'

type App = Awaited<ReturnType<typeof openApp>>

const ask = ({ post }: App, email: string, headers = {}) =>
  post('/trpc/passwordReset.ask', { json: { email } }, headers)

/** Asks `times` for links of different accounts; the number that was accepted. */
async function flood(app: App, networks: readonly string[], times: number): Promise<number> {
  let accepted = 0
  for (let n = 0; n < times; n += 1) {
    app.from(networks[n % networks.length] ?? '')
    if ((await ask(app, `victim${n}@x.example`)).status === 200) accepted += 1
  }
  return accepted
}

const fifty = Array.from({ length: 50 }, (_, n) => `203.0.${n}.9`)

test('a flood of links from the addresses of one network leaves the form open to others', async () => {
  const app = await openApp()
  const network = Array.from({ length: 250 }, (_, n) => `203.0.113.${n + 1}`)
  expect(await flood(app, network, 500)).toBe(20)
  const site = Array.from({ length: 250 }, (_, n) => `2001:db8:7:${n.toString(16)}::1`)
  expect(await flood(app, site, 500)).toBe(20)
  app.from('198.51.100.7')
  expect((await ask(app, 'officer@x.example')).status).toBe(200)
})

test('a flood from 50 networks leaves it open to a network that was not there today', async () => {
  const app = await openApp()
  expect(await flood(app, fifty, 1000)).toBe(200)
  app.from('198.51.100.7')
  expect((await ask(app, 'officer@x.example')).status).toBe(200)
  app.from('203.0.3.1')
  const refused = await ask(app, 'officer@x.example')
  expect([refused.status, (await refused.json()).error.json.data.faultCode]).toEqual([429, 'too-many-resets'])
  expect(app.refused).toHaveLength(801)
  app.pass(15)
  expect((await ask(app, 'officer@x.example')).status).toBe(200)
})

test('a forged header opens no further bucket, and nothing of a network is stored or logged', async () => {
  const app = await openApp()
  const statuses: number[] = []
  for (let n = 0; n < 30; n += 1)
    statuses.push((await ask(app, 'victim@x.example', { 'x-forwarded-for': `10.0.${n}.1` })).status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(20)
  const { rateLimit } = await app.services.store.authRecords()
  const keys = (await rateLimit.findMany()).map(({ key }) => key)
  // The other one is of the account's mailbox.
  expect(keys.filter((key) => !key.startsWith('reset|'))).toEqual(['reset-all'])
  expect(JSON.stringify(app.logged)).not.toMatch(/203\.0\.113|10\.0\./)
})
