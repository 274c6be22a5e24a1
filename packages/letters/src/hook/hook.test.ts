import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { systemClock, systemSleep } from '@wayproof/kernel/system'
import { day } from '@wayproof/messages/date-format'
import { Webhook } from 'standardwebhooks'
import { expect, onTestFinished, test } from 'vitest'
import { type Network, publicNetwork } from '../network/public-network.ts'
import type { ClaimedHookMessage } from './hook-message.ts'
import { faultInAnswer, type HOOK_FORMS, hookRequest } from './hook-request.ts'
import { hookSettings, readHook } from './hook-settings.ts'
import { hookSender } from './send-hook.ts'
import { hookText } from './tell-hook.ts'

const message: ClaimedHookMessage = {
  id: 'message-1',
  kind: 'deadlines',
  count: 3,
  due: '2026-12-04',
  path: '/deadlines',
  attempt: 1,
  createdAt: 0,
}
const link = 'https://privacy.example/deadlines'
const texts = { text: hookText(message, link, 'en'), link }
const NOW = Date.parse('2026-12-01T00:00:00Z')
const requestOf = (form: (typeof HOOK_FORMS)[number], secret: string | null = null) => {
  const { body, ...rest } = hookRequest(form, message, texts, { secret, now: NOW })
  return { ...rest, body: JSON.parse(body) as unknown }
}

test('a message has a kind, a count, a due day and a link, in the form of its receiver', () => {
  const text = `Wayproof: 3 deadlines are near or overdue, the earliest on ${day('2026-12-04', 'en')}.\n${link}`
  expect(texts.text).toBe(text)
  expect(requestOf('generic').body).toEqual({ kind: 'deadlines', count: 3, due: '2026-12-04', link })
  expect(requestOf('wecom').body).toEqual({ msgtype: 'text', text: { content: text } })
  expect(requestOf('dingtalk').body).toEqual({ msgtype: 'text', text: { content: text } })
  expect(requestOf('feishu').body).toEqual({ msg_type: 'text', content: { text } })
  expect(requestOf('slack').body).toEqual({ text })
})

test('with a secret, messages are signed as their receivers verify them', () => {
  const mac = (key: string, of: string) => createHmac('sha256', key).update(of).digest('base64')
  const seconds = String(NOW / 1000)
  const generic = hookRequest('generic', message, texts, { secret: 's', now: NOW })
  const signature = mac('s', `message-1.${seconds}.${generic.body}`)
  expect(generic.headers).toEqual({
    'webhook-id': 'message-1',
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${signature}`,
  })
  expect(requestOf('dingtalk', 's').query).toEqual({ timestamp: String(NOW), sign: mac('s', `${NOW}\ns`) })
  expect(requestOf('feishu', 's').body).toMatchObject({ timestamp: seconds, sign: mac(`${seconds}\ns`, '') })
})

test.each([`whsec_${Buffer.alloc(32, 0xa5).toString('base64')}`, Buffer.alloc(24, 0x5a).toString('base64')])(
  'the library of Standard Webhooks verifies a message that is signed with %s',
  (secret) => {
    // The library compares the time of signing with its own clock.
    const { body, headers } = hookRequest('generic', message, texts, { secret, now: systemClock.now() })
    expect(new Webhook(secret).verify(body, { ...headers })).toEqual(JSON.parse(body))
    expect(() => new Webhook(secret).verify(`${body} `, { ...headers })).toThrow('No matching signature')
  },
)

test('robots of group chats refuse with status 200 and a code', () => {
  expect(faultInAnswer('wecom', '{"errcode":0,"errmsg":"ok"}')).toBeNull()
  expect(faultInAnswer('wecom', '{"errcode":93000,"errmsg":"invalid webhook url"}')).toBe('code 93000')
  expect(faultInAnswer('dingtalk', '{"errcode":310000}')).toBe('code 310000')
  expect(faultInAnswer('feishu', '{"code":19021,"msg":"sign match fail"}')).toBe('code 19021')
  expect(faultInAnswer('feishu', '{"StatusCode":0,"StatusMessage":"success"}')).toBeNull()
  expect(faultInAnswer('feishu', '<html>')).toBe('code undefined')
  expect(faultInAnswer('slack', 'ok')).toBeNull()
})

test.each(['http://chat.example/hook', 'chat.example', 'https://user:password@chat.example/', 'ftp://chat.example'])(
  'an address such as %s is refused',
  (address) => expect(hookSettings.WEB_HOOK_URL.safeParse(address).success).toBe(false),
)

test('an encrypted address is accepted; without a form it is generic', () => {
  expect(hookSettings.WEB_HOOK_URL.safeParse('https://chat.example/hook?key=1').success).toBe(true)
  expect(hookSettings.WEB_HOOK_FORM.safeParse('teams').success).toBe(false)
  expect(readHook({})).toBeNull()
  expect(readHook({ WEB_HOOK_URL: 'https://chat.example/' })).toMatchObject({ form: 'generic', secret: null })
})

async function receiver(listener: RequestListener, network: Partial<Network> = {}, deadlineMs = 60_000) {
  const requests: { url: string | undefined; body: string; host: string | undefined }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    requests.push({ url: request.url, body, host: request.headers.host })
    listener(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const local = { resolve: async () => ['127.0.0.1'], mayConnect: () => true, mayUsePort: () => true, ...network }
  const url = `http://chat.example:${port}/robot?key=1`
  const send = hookSender({ url, form: 'wecom' }, local, () => AbortSignal.timeout(deadlineMs))
  return { requests, port, send: () => send({ query: { sign: 'a+b' }, headers: {}, body: '{"x":"期限"}' }) }
}

test('a message is posted once to the checked address, with its query added', async () => {
  const { requests, port, send } = await receiver((_, response) => response.end('{"errcode":0}'))
  expect(await send()).toBeNull()
  expect(requests).toEqual([{ url: '/robot?key=1&sign=a%2Bb', body: '{"x":"期限"}', host: `chat.example:${port}` }])
})

test('a redirect is not followed', async () => {
  const { requests, send } = await receiver((_, response) => response.writeHead(307, { location: '/robot' }).end())
  expect(await send()).toBe('redirected')
  expect(requests).toHaveLength(1)
})

test.each([
  ['down', (_: unknown, response: { destroy: () => void }) => response.destroy(), 'unreachable'],
  [
    'failing',
    (_: unknown, response: { writeHead: (s: number) => { end: () => void } }) => response.writeHead(500).end(),
    'status 500',
  ],
  ['refusing', (_: unknown, response: { end: (text: string) => void }) => response.end('{"errcode":1}'), 'code 1'],
] as const)('a receiver that is %s is a fault', async (_, listener, fault) => {
  const { send } = await receiver(listener as RequestListener)
  expect(await send()).toBe(fault)
})

test('a receiver that never answers, or never ends its answer, times out', async () => {
  const silent = await receiver(() => undefined, {}, 200)
  expect(await silent.send()).toBe('timed-out')
  const endless = await receiver(
    (_, response) => {
      void (async () => {
        for (let n = 0; n < 1_000 && !response.destroyed; n += 1) {
          response.write(' ')
          await systemSleep(20)
        }
      })()
    },
    {},
    300,
  )
  const started = systemClock.now()
  expect(await endless.send()).toBe('timed-out')
  // The answer would go on for 20 s.
  expect(systemClock.now() - started).toBeLessThan(10_000)
})

test('no private address is connected to, even if only one of several is private', async () => {
  const { requests, send } = await receiver((_, response) => response.end(), {
    resolve: async () => ['203.0.114.9', '127.0.0.1'],
    mayConnect: publicNetwork.mayConnect,
  })
  expect(await send()).toBe('address-refused')
  const unknown = await receiver((_, response) => response.end(), { resolve: () => Promise.reject(new Error('none')) })
  expect(await unknown.send()).toBe('address-unknown')
  expect(requests).toEqual([])
})
