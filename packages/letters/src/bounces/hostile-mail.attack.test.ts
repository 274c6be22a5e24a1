import { keyring } from '@wayproof/kernel/secrets/keyring'
import { describe, expect, it } from 'vitest'
import { serverReply } from '../smtp/server-reply.ts'
import { dsn, inWords } from '../testing/sample-reports.ts'
import { bounceAddress, readBounceAddress } from './bounce-address.ts'
import { readStatus, readWords } from './bounce-status.ts'
import { readMailReport } from './mail-report.ts'

// Anyone may write to the bounce mailbox, and every recipient of a letter knows a genuine address.

const ring = keyring(new Uint8Array(32).fill(5))
const now = Date.parse('2026-01-15T08:00:00Z')
const letterId = '0f8fad5b-d9cb-469f-a165-70867728950e'
const to = bounceAddress(ring, 'bounces@faraway.example', { letterId, to: 'ann@traveler.example', now })
const read = (raw: Uint8Array) => readMailReport(raw, (seen) => readBounceAddress(ring, seen, now))

const MEGABYTE = 1024 * 1024
const much = (piece: string) => piece.repeat(MEGABYTE / piece.length)
// Work that grows with the square of a megabyte takes minutes to hours and exceeds the time limit of every test.

const html = (body: string) =>
  Buffer.from(`From: <MAILER-DAEMON@mx.example>\r\nTo: ${to}\r\nContent-Type: text/html\r\n\r\n${body}`)

describe('a megabyte of mail is read within a moment', () => {
  it.each([
    ['newlines', inWords(to, `${much('\n')}550 no such user`), null],
    ['newlines after what it says', inWords(to, `550 5.1.1 no such user${much('\n')}`), 'hard'],
    ['newlines and spaces', inWords(to, `550 no such user\n${much('\n ')}`), 'hard'],
    ['colons', inWords(to, much(': ')), null],
    ['one word', inWords(to, `550 5.1.1 ${much('a')}`), 'hard'],
    ['lines of a letter', inWords(to, `550 5.1.1\n${much('x\n')}`), 'hard'],
    ['brackets that never close', html(`550 5.1.1 ${much('<')}`), 'hard'],
    ['tags that never close', html(`550 5.1.1 ${much('<a ')}`), 'hard'],
    ['encoded words in a header', dsn({ to, headers: [`X: ${much('=?a?B?AAAA?= ')}`] }), null],
    ['an encoded subject', inWords(`${to}\r\nSubject: ${much('=?a?B?AAAA?= ')}`, '550 5.1.1'), null],
    ['senders', inWords(to, '550 5.1.1', `<${much('a:b,;')}>`), null],
    ['recipients', inWords(much('a@b.example,'), '550 5.1.1'), null],
    ['parts', dsn({ to, words: much('--b\n\nx\n') }), null],
    [
      'lines that a status might go on with',
      dsn({ to, recipient: ['Action: failed', 'Status: 5.1.1', much('\n ')] }),
      'hard',
    ],
    ['an action', dsn({ to, recipient: ['Status: 5.1.1', `Action: ${much('1')}\u2028x`] }), 'hard'],
    [
      'a diagnosis',
      dsn({ to, recipient: ['Action: failed', 'Status: 5.1.1', `Diagnostic-Code: ${much('a')}`] }),
      'hard',
    ],
  ])('of %s', async (_, raw, kind) => {
    const report = await read(raw)
    expect(report === null || report === 'reply' ? null : report.kind).toBe(kind)
  })
})

describe('no pattern looks twice at a megabyte', () => {
  it.each([
    '\n',
    ': ',
    '\n ',
    ':\n',
    '5',
    '5.',
    '5.1.',
    '550',
    '550 ',
    '550 5.1.1 ',
    '-',
    '- ',
    'user ',
    'mailbox is ',
    'sender ',
    'not ',
    'a ',
    '@',
    'a@b ',
    '邮箱',
    '<',
  ])('of %j in the words of a bounce', async (piece) => {
    await readWords(much(piece))
  })

  it.each(['1', '1\u2028', ' '])('of %j in what became of a letter', async (piece) => {
    await readStatus(new Map([['action', `failed ${much(piece)}\u2028x`]]))
  })

  it.each(['a', '@', 'a@', ' ', 'http://', 'https', '<', '"'])('of %j in what a server said', async (piece) => {
    expect((await serverReply(`550 no ${much(piece)}`)).length).toBeLessThanOrEqual(500)
  })
})
