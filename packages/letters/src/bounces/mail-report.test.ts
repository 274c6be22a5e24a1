import { keyring } from '@wayproof/kernel/secrets/keyring'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dsn, feedbackReport, inWords } from '../testing/sample-reports.ts'
import { addressMark, bounceAddress, readBounceAddress } from './bounce-address.ts'
import { NotAMessage, readMailReport } from './mail-report.ts'

const ring = keyring(new Uint8Array(32).fill(5))
const now = Date.parse('2026-01-15T08:00:00Z')
const letterId = '0f8fad5b-d9cb-469f-a165-70867728950e'
const address = 'ann@traveler.example'
const to = bounceAddress(ring, 'bounces@faraway.example', { letterId, to: address, now })
const letter = { letterId, addressMark: addressMark(ring, address) }

const read = (raw: Uint8Array) => readMailReport(raw, (seen) => readBounceAddress(ring, seen, now))
const kindOf = async (raw: Uint8Array) => {
  const report = await read(raw)
  return report === null || report === 'reply' ? null : report.kind
}

it('tells what came back to a letter of ours and says nothing of it from what has nothing to do with one', async () => {
  const absent = (recipient: string) =>
    Buffer.from(`From: Ann <ann@traveler.example>\r\nTo: ${recipient}\r\nSubject: Away\r\n\r\nI am back on Monday.\r\n`)
  expect(await read(absent(to))).toBe('reply')
  expect(await read(dsn({ to, recipient: ['Action: relayed', 'Status: 2.0.0'] }))).toBe('reply')
  expect(await read(absent('bounces@faraway.example'))).toBeNull()
})

describe('a delivery status', () => {
  it.each([
    ['5.1.1', 'hard'],
    ['5.1.2', 'hard'],
    ['5.1.10', 'hard'],
    ['5.4.4', 'hard'],
    ['5.2.2', 'soft'],
    ['5.0.0', 'soft'],
    ['5.1.7', 'soft'],
    ['5.1.8', 'soft'],
    ['5.2.3', 'soft'],
    ['5.7.1', 'soft'],
    ['4.2.2', 'soft'],
    ['4.4.7', 'soft'],
  ])('of %s is a %s bounce of the letter it came back to', async (status, kind) => {
    expect(await read(dsn({ to, status }))).toMatchObject({ kind, letter })
  })

  it('keeps what the server said without address and link', async () => {
    const report = await read(
      dsn({
        to,
        recipient: [
          'Action: failed',
          'Status: 5.1.1',
          `Diagnostic-Code: smtp; 550 <${address}> see https://x.example/u/1 ${to}`,
        ],
      }),
    )
    expect(report).toMatchObject({ detail: '5.1.1 550 <…@…> see … …@…' })
  })

  it.each(['delivered', 'relayed', 'expanded'])('of a letter that was %s is no bounce', async (action) => {
    expect(await kindOf(dsn({ to, recipient: [`Action: ${action}`, 'Status: 2.0.0'] }))).toBeNull()
  })

  it.each([
    ['spaces and case', ['ACTION : Failed (by policy)', 'Status:5.1.1 (no such user)'], 'hard'],
    ['folded lines', ['Action: failed', 'Status:', '\t5.1.1'], 'hard'],
    ['no action', ['Final-Recipient: rfc822; x', 'Status: 5.1.10'], 'hard'],
    ['no status, a reply code', ['Action: failed', 'Diagnostic-Code: smtp; 550 no such user'], 'hard'],
    ['no status, a temporary reply code', ['Action: failed', 'Diagnostic-Code: smtp; 452 full'], 'soft'],
    [
      'a general status and a policy in words',
      ['Action: failed', 'Status: 5.0.0', 'Diagnostic-Code: smtp; 554 5.7.1 spam'],
      'soft',
    ],
    ['an IP address in its words', ['Action: failed', 'Diagnostic-Code: smtp; 452 try 5.1.1.20 later'], 'soft'],
    ['delay', ['Action: delayed', 'Status: 5.1.1'], 'soft'],
    ['nothing but the action', ['Action: failed'], 'soft'],
    ['noise', ['::', 'x', 'Action failed'], 'soft'],
    [
      'several recipients',
      [
        'Action: delivered',
        'Status: 2.0.0',
        '',
        'Action: failed',
        'Status: 4.2.2',
        '',
        'Action: failed',
        'Status: 5.1.1',
      ],
      'hard',
    ],
  ])('is understood with %s', async (_, recipient, kind) => {
    expect(await kindOf(dsn({ to, recipient }))).toBe(kind)
  })

  it.each([
    ['退信通知：您的邮件未能送达，收件人不存在。'],
    ['Ваше сообщение не доставлено.'],
    ['Ihre Nachricht konnte nicht zugestellt werden. 4.2.2'],
    ['メールを配信できませんでした'],
  ])('is understood in any language: %s', async (words) => {
    expect(await kindOf(dsn({ to, words }))).toBe('hard')
  })

  it('is known by the mailbox it was delivered to when To is another', async () => {
    const raw = (header: string) => dsn({ to: 'undisclosed', headers: [`${header}: ${to}`] })
    for (const header of ['Delivered-To', 'X-Original-To', 'Envelope-To'])
      expect(await kindOf(raw(header))).toBe('hard')
  })

  it('is understood without line ends of mail, and never a complaint where it was cut off', async () => {
    const raw = dsn({ to })
    expect(await kindOf(Buffer.from(raw.toString().replaceAll('\r\n', '\n')))).toBe('hard')
    for (let length = 20; length < raw.length; length += 7) {
      expect(['hard', 'soft', null]).toContain(await kindOf(raw.subarray(0, length)))
    }
  })

  it('about a forged, changed or aged envelope sender is about no letter', async () => {
    const forged = bounceAddress(keyring(new Uint8Array(32).fill(6)), 'bounces@faraway.example', {
      letterId,
      to: address,
      now,
    })
    const aged = bounceAddress(ring, 'bounces@faraway.example', { letterId, to: address, now: now - 40 * 86_400_000 })
    for (const wrong of [forged, aged, to.replace('+', ''), 'bounces@faraway.example', '']) {
      expect(await read(dsn({ to: wrong }))).toBeNull()
    }
  })
})

describe('a bounce in words alone', () => {
  it.each([
    ['<ann@traveler.example>: 550 5.1.1 user unknown', 'hard'],
    ['Remote host said: 550 no such user', 'hard'],
    ['The mailbox is full (#4.2.2)', 'soft'],
    ['您的邮件被退回：550 用户不存在', 'hard'],
    ['It did not work.', null],
  ])('says by its codes what it is: %s', async (words, kind) => {
    expect(await kindOf(inWords(to, words))).toBe(kind)
  })

  it('is none when a person or an absence reply wrote it', async () => {
    for (const subject of ['Automatic reply: your letter', 'I am away', 'Re: How well do we protect your privacy?'])
      expect(await kindOf(inWords(to, 'I am away. Form: 550 5.1.1', 'Ann <ann@traveler.example>', subject))).toBeNull()
  })
})

describe('a feedback report', () => {
  it('is a complaint about the letter that it quotes or whose sender it names', async () => {
    for (const raw of [feedbackReport({ returnPath: to }), feedbackReport({ mailFrom: to })]) {
      expect(await read(raw)).toEqual({ kind: 'complaint', cause: null, letter, detail: 'feedback-type: abuse' })
    }
  })
  it.each(['not-spam', 'auth-failure', 'dmarc'])('of type %s is none', async (type) => {
    expect(await kindOf(feedbackReport({ type, mailFrom: to }))).toBeNull()
  })
  it('about a letter nobody can name is about none', async () => {
    expect(await read(feedbackReport({}))).toBeNull()
  })
})

it('reads any bytes as a report, as none, or as no message, and never ends in another way', async () => {
  const base = dsn({ to })
  const changed = fc
    .tuple(fc.nat(base.length - 1), fc.nat(40), fc.uint8Array({ maxLength: 40 }))
    .map(([at, cut, bytes]) => Buffer.concat([base.subarray(0, at), bytes, base.subarray(at + cut)]))
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), changed), async (raw) => {
      try {
        expect(['hard', 'soft', 'complaint', null]).toContain(await kindOf(raw))
      } catch (error) {
        expect(error).toBeInstanceOf(NotAMessage)
      }
    }),
    { numRuns: 3000 },
  )
})
