import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Message } from '../message/compose-message.ts'
import { type ComposedMessage, composeMessage, wholeMessage } from '../message/compose-message.ts'
import { smtpTransport } from '../smtp/smtp-transport.ts'
import { sinkServer } from '../testing/sink-server.ts'
import { dkimSigner, isDkimKey, isShortDkimKey } from './dkim-signer.ts'

const rsa = (modulusLength: number) =>
  generateKeyPairSync('rsa', {
    modulusLength,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
const { publicKey, privateKey } = rsa(2048)
const key = { domain: 'faraway.example', selector: 'letters', privateKey }

const message: Message = {
  messageId: '<1@faraway.example>',
  from: { name: '远行旅行社', address: 'privacy@faraway.example' },
  to: 'ann@traveler.example',
  replyTo: 'people@faraway.example',
  returnTo: 'bounces@faraway.example',
  subject: '隐私保护调查 · a subject that is long enough to be folded over several lines of the header',
  html: '<p>您好 hello</p>\n'.repeat(40),
  text: '.您好\n.\nhello \n\n',
  headers: {
    'Auto-Submitted': 'auto-generated',
    'Content-Language': 'zh-CN',
    'List-Unsubscribe': `<https://survey.example/u/${'x'.repeat(90)}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
  at: new Date('2026-01-15T01:00:00Z'),
}

const composed = (head: string, body: string): ComposedMessage => ({
  messageId: message.messageId,
  from: message.returnTo,
  to: message.to,
  head,
  body,
})

/** Verification by a receiver whose name server knows our key. */
async function verify(raw: string) {
  const asked: string[] = []
  const { results } = await dkimVerify(Buffer.from(raw), {
    resolver: async (name: string) => {
      asked.push(name)
      return [[`v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`]]
    },
  })
  return {
    asked,
    result: results[0]?.status?.result,
    signed: results[0]?.signingHeaders?.keys.toLowerCase().split(/[:,]\s*/),
  }
}

async function arrived(): Promise<string> {
  const sink = await sinkServer()
  const transport = smtpTransport(sink.url)
  onTestFinished(() => transport.close())
  const composedMessage = dkimSigner(key).sign(await composeMessage(message))
  expect((await transport.send(composedMessage)).outcome).toBe('sent')
  return sink.received[0]?.raw ?? ''
}

describe('a signed letter', () => {
  it('arrives with a signature that a receiver verifies, over both headers of one-click unsubscribing', async () => {
    const { asked, result, signed } = await verify(await arrived())
    expect([asked, result]).toEqual([['letters._domainkey.faraway.example'], 'pass'])
    for (const name of [
      'from',
      'reply-to',
      'to',
      'subject',
      'date',
      'message-id',
      'list-unsubscribe',
      'list-unsubscribe-post',
    ])
      expect(signed).toContain(name)
  })

  it('is no longer verified when a link, the subject or the text was changed on the way', async () => {
    const raw = await arrived()
    const changes: readonly (readonly [RegExp, string])[] = [
      [/^(List-Unsubscribe: *(?:\r\n )?<https:\/\/)survey/m, '$1evil'],
      [/^(List-Unsubscribe-Post: ).*$/m, '$1None'],
      [/^(Subject: ).*$/m, '$1other'],
      [/^(To: ).*$/m, '$1evil@y.example'],
      [/^(Reply-To: ).*$/m, '$1evil@y.example'],
      [/hello/, 'hullo'],
    ]
    for (const [pattern, by] of changes) {
      const changed = raw.replace(pattern, by)
      expect(changed).not.toBe(raw)
      expect((await verify(changed)).result).not.toBe('pass')
    }
  })
})

it('takes an RSA key of 1024 bits or more, and nothing else', () => {
  const elliptic = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  expect([privateKey, rsa(512).privateKey, elliptic.privateKey, 'no key', ''].map(isDkimKey)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})

it('a key of fewer than 2048 bits is short', () => {
  expect([privateKey, rsa(1024).privateKey].map(isDkimKey)).toEqual([true, true])
  expect([privateKey, rsa(1024).privateKey, rsa(2047).privateKey].map(isShortDkimKey)).toEqual([false, true, true])
})

it('never lets a letter go unsigned', () => {
  expect(() => dkimSigner({ ...key, privateKey: 'no key' })).toThrow()
  const { sign } = dkimSigner(key)
  for (const head of ['A: b', 'A: b\r\n From: a@b.example', ''])
    expect(() => sign(composed(head, 'c'))).toThrow('cannot be signed')
})

it('signs any body and any blanks in a way that a receiver verifies', async () => {
  const { sign } = dkimSigner(key)
  const blanks = fc.string({ unit: fc.constantFrom(' ', '\t', '\r\n', 'a', '.', '='), maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(blanks, blanks, async (body, subject) => {
      const value = subject.replaceAll('\r\n', '\r\n ')
      const head = `Subject:${value}x\r\nFrom: \t a@faraway.example \r\nTo:b@traveler.example`
      expect((await verify(wholeMessage(sign(composed(head, body))))).result).toBe('pass')
    }),
    { numRuns: 50 },
  )
})
