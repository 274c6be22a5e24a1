import { describe, expect, it, onTestFinished } from 'vitest'
import { composeMessage } from '../message/compose-message.ts'
import { scriptedServer, type Verb } from '../testing/scripted-server.ts'
import { sinkServer } from '../testing/sink-server.ts'
import { smtpTransport } from './smtp-transport.ts'

const message = await composeMessage({
  messageId: '<1@faraway.example>',
  from: { name: 'Faraway', address: 'privacy@faraway.example' },
  to: 'ann@traveler.example',
  returnTo: 'bounces@faraway.example',
  subject: 'subject',
  html: '<p>https://survey.example/s/secret-link</p>',
  text: 'https://survey.example/s/secret-link',
  headers: {},
  at: new Date(0),
})
const USER = 'user'
const PASSWORD = 'open-sesame'
const credentials = `${USER}:${PASSWORD}@`

const send = (url: string) => {
  const transport = smtpTransport(url, { silence: 10_000, deadline: 20_000 })
  onTestFinished(() => transport.close())
  return transport.send(message)
}

/** True if the commands contain a password, plain or as SMTP encodes it. */
const gaveAway = (heard: string) =>
  [PASSWORD, Buffer.from(PASSWORD).toString('base64'), Buffer.from(`\0${USER}\0${PASSWORD}`).toString('base64')].some(
    (form) => heard.includes(form),
  )

describe.each([[[]], [['PIPELINING']]])('a mail server with the extensions %j that hangs up', (extensions) => {
  it.each<[Verb, 'unreachable' | 'deferred']>([
    ['EHLO', 'unreachable'],
    ['MAIL', 'deferred'],
    ['RCPT', 'deferred'],
    ['DATA', 'deferred'],
    ['.', 'deferred'],
  ])('at %s defers the letter: %s', async (verb, outcome) => {
    const server = await scriptedServer({ [verb]: null }, extensions)
    expect((await send(server.url())).outcome).toBe(outcome)
  })

  it.each<[Verb, string, string]>([
    ['MAIL', '421 4.3.2 going down', 'deferred'],
    ['MAIL', '451 4.3.0 try later', 'unreachable'],
    ['RCPT', '421 4.3.2 going down', 'deferred'],
    ['RCPT', '451 4.7.1 greylisted', 'deferred'],
    ['DATA', '451 4.3.0 try later', 'deferred'],
    ['.', '451 4.3.0 try later', 'deferred'],
    ['.', '554 5.7.1 spam', 'deferred'],
    ['RCPT', 'what?', 'deferred'],
  ])('or answers %s with "%s" gives the result %s', async (verb, answer, outcome) => {
    const server = await scriptedServer({ [verb]: answer }, extensions)
    expect((await send(server.url())).outcome).toBe(outcome)
  })
})

it('gets MAIL, RCPT and DATA together if it offers PIPELINING, and otherwise one by one', async () => {
  const commands = 'MAIL FROM:<bounces@faraway.example>\r\nRCPT TO:<ann@traveler.example>\r\nDATA\r\n'
  for (const extensions of [['PIPELINING'], []]) {
    // Refused at MAIL: the later commands had been sent before the answer.
    const server = await scriptedServer({ MAIL: '451 4.3.0 try later' }, extensions)
    expect((await send(server.url())).outcome).toBe('unreachable')
    expect(server.heard().includes(commands)).toBe(extensions.length > 0)
    expect(server.heard()).not.toMatch(/secret-link|QUIT/)
  }
})

it.each(['smtp', 'smtps'])('gets several letters over one encrypted connection by %s', async (scheme) => {
  const sink = await sinkServer({ disabledCommands: [], secure: scheme === 'smtps', authOptional: true })
  const transport = smtpTransport(`${scheme}://127.0.0.1:${sink.port}?tls.rejectUnauthorized=false&requireTLS=true`)
  onTestFinished(() => transport.close())
  for (let n = 0; n < 3; n += 1) expect((await transport.send(message)).outcome).toBe('sent')
  expect(sink.received.map(({ to }) => to)).toEqual(Array(3).fill(['ann@traveler.example']))
  expect(sink.server.connections.size).toBe(1)
})

describe('a letter', () => {
  // Each step alone is within the time: EHLO, AUTH, then MAIL, RCPT, DATA and the end of the letter one by one.
  const slow = () => scriptedServer({}, ['AUTH PLAIN'], 100)

  it('has one time limit for all steps together, and is not finished after it', async () => {
    const server = await slow()
    const transport = smtpTransport(`${server.url(credentials)}?requireTLS=false`, { deadline: 450 })
    onTestFinished(() => transport.close())
    expect((await transport.send(message)).outcome).not.toBe('sent')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(server.heard()).not.toMatch(/^\.\r$/m)
  })

  it('waits no longer than the limit, on a new or a reused connection', async () => {
    const server = await slow()
    const transport = smtpTransport(server.url(), { deadline: 30_000 })
    onTestFinished(() => transport.close())
    expect((await transport.send(message, 250)).outcome).not.toBe('sent')
    expect((await transport.send(message, 30_000)).outcome).toBe('sent')
    const heard = server.heard()
    expect((await transport.send(message, 250)).outcome).toBe('deferred')
    expect((await transport.send(message, 0)).outcome).not.toBe('sent')
    expect(server.heard().slice(heard.length)).not.toMatch(/^\.\r$/m)
  })
})

describe('a password', () => {
  it('is not sent to a server without encryption, whether its offer was removed or refused', async () => {
    for (const extensions of [['AUTH PLAIN LOGIN'], ['STARTTLS', 'AUTH PLAIN LOGIN']]) {
      const server = await scriptedServer({}, extensions)
      expect((await send(server.url(credentials))).outcome).toBe('unreachable')
      expect(server.heard()).toMatch(/^EHLO/)
      expect(gaveAway(server.heard())).toBe(false)
      expect(server.heard()).not.toMatch(/^(AUTH|MAIL)/m)
    }
  })

  it.each(['smtp', 'smtps'])(
    'is not sent over %s to a server with an invalid certificate, and neither is a letter',
    async (scheme) => {
      let tried = 0
      const sink = await sinkServer({
        disabledCommands: [],
        secure: scheme === 'smtps',
        authOptional: true,
        onAuth: (_auth, _session, done) => {
          tried += 1
          done(null, { user: USER })
        },
      })
      expect((await send(`${scheme}://${credentials}127.0.0.1:${sink.port}`)).outcome).toBe('unreachable')
      expect([tried, sink.received]).toEqual([0, []])
    },
  )

  it('is sent in plain text only if the server’s address says so', async () => {
    const server = await scriptedServer({}, ['AUTH PLAIN'])
    expect((await send(`${server.url(credentials)}?requireTLS=false`)).outcome).toBe('sent')
    expect(gaveAway(server.heard())).toBe(true)
  })
})

it('sends no letter in plain text if encryption is required, also without a password', async () => {
  const server = await scriptedServer({})
  expect((await send(`${server.url()}?requireTLS=true`)).outcome).toBe('unreachable')
  expect(server.heard()).not.toMatch(/^MAIL|secret-link/m)
})
