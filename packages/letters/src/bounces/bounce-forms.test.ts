import { keyring } from '@wayproof/kernel/secrets/keyring'
import { describe, expect, it } from 'vitest'
import { dsn, inWords } from '../testing/sample-reports.ts'
import { bounceAddress, readBounceAddress } from './bounce-address.ts'
import { readMailReport } from './mail-report.ts'

// The manners of mail servers, each message in the form that its server writes.

const ring = keyring(new Uint8Array(32).fill(5))
const now = Date.parse('2026-01-15T08:00:00Z')
const letterId = '0f8fad5b-d9cb-469f-a165-70867728950e'
const to = bounceAddress(ring, 'bounces@faraway.example', { letterId, to: 'ann@traveler.example', now })
const read = async (raw: Uint8Array) => {
  const report = await readMailReport(raw, (seen) => readBounceAddress(ring, seen, now))
  return report === null || report === 'reply' ? report : `${report.kind} ${report.cause}`
}

/** The copy of the letter below a bounce: full of version numbers, codes and words that say nothing of it. */
const COPY = [
  'Received: from app (app [192.0.2.1]) by mx.faraway.example with esmtps (Exim 5.1.1) id 1abc; 550 5.7.1',
  'X-Mailer: Sender 5.1.2 (550 5.1.1)',
  'Subject: How well do we protect your privacy? Our policy',
  '',
  'The mailbox is full of spam, user unknown, 550 5.2.2 quota.',
].join('\r\n')

const qmail = (answer: string) => `Hi. This is the qmail-send program at mx.traveler.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<ann@traveler.example>:
${answer}

--- Below this line is a copy of the message.

Return-Path: <a@faraway.example>
${COPY}`

const exim = (answer: string) => `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ann@traveler.example
    ${answer}

------ This is a copy of the message, including all the headers. ------

Return-path: <a@faraway.example>
${COPY}`

const postfix = (answer: string) => `This is the mail system at host mx.faraway.example.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

For further assistance, please send mail to postmaster.

<ann@traveler.example>: host mx.traveler.example[192.0.2.5] said: ${answer}`

const sendmail = (answer: string) => `The original message was received at Thu, 15 Jan 2026 08:00:00 GMT
from app [192.0.2.1]

   ----- The following addresses had permanent fatal errors -----
<ann@traveler.example>

   ----- Transcript of session follows -----
... while talking to mx.traveler.example.:
>>> DATA
<<< ${answer}

   ----- Message header follows -----

${COPY}`

const exchange = (answer: string) => `Your message

  To:      ann@traveler.example
  Subject: How well do we protect your privacy? Our policy
  Sent:    Thu, 15 Jan 2026 08:00:00 -0000

did not reach the following recipient(s):

ann@traveler.example on Thu, 15 Jan 2026 08:00:01 -0000
    ${answer}
    MSEXCH:IMS:TRAVELER:MAIL 0 (000C05A6)`

const gmail = (answer: string) => `Delivery to the following recipient failed permanently:

     ann@traveler.example

Technical details of permanent failure:
We tried to deliver your message, but it was rejected by the server for the recipient domain.
The error that the other server returned was:
${answer}

----- Original message -----

${COPY}`

const yahoo = (answer: string) => `Sorry, we were unable to deliver your message to the following address.

<ann@traveler.example>:
${answer}

--- Below this line is a copy of the message.

${COPY}`

const chinese = (answer: string) => `抱歉，您的邮件被退回来了……

收件人：ann@traveler.example
退信原因：${answer}

---- 原始邮件信息 ----
${COPY}`

const imail = (answer: string) => `${answer}: ann@traveler.example

Original message follows.

${COPY}`

const forms = { qmail, exim, postfix, sendmail, exchange, gmail, yahoo, chinese, imail }

describe.each(Object.entries(forms))('a bounce in the manner of %s', (_, form) => {
  it.each([
    ['550 5.1.1 <ann@traveler.example>: user unknown', 'hard no-mailbox'],
    ['550 Mailbox not found', 'hard no-mailbox'],
    ['550 Ip frequency limited', 'soft rate-limited'],
    ['550 DMARC check failed', 'soft policy'],
    ['550 SPF check failed', 'soft policy'],
    ['550 5.1.1 User over quota', 'soft mailbox-full'],
    ['550 5.7.1 Message rejected', 'soft policy'],
    ['554 DT:SPM 163 mx9', 'soft policy'],
    ['451 4.7.1 Please try again later', 'soft network'],
    ['452 4.2.2 user unknown', 'soft mailbox-full'],
  ])('that quotes %j', async (answer, kind) => {
    expect(await read(inWords(to, form(answer)))).toBe(kind)
  })

  it.each([
    ['unknown user', 'hard no-mailbox'],
    ['No such user', 'hard no-mailbox'],
    ['user over quota', 'soft mailbox-full'],
  ])('that says %j without a code', async (answer, kind) => {
    expect(await read(inWords(to, form(answer)))).toBe(kind)
  })

  it('and says no more than that it failed', async () => {
    expect(['soft unclear', 'reply']).toContain(await read(inWords(to, form('It did not work'))))
  })
})

it.each([
  'MAILER-DAEMON',
  'Mail Delivery System <MAILER-DAEMON>',
  'MAILER-DAEMON <>',
  '<>',
  'Mail Delivery Subsystem <mailer-daemon@mx.traveler.example>',
  'MAILER-DAEMON@mx.traveler.example (Mail Delivery System)',
  'postmaster',
  '"Mail Administrator" <Postmaster@mx.traveler.example>',
  'System Administrator <postmaster@mx.traveler.example>',
])('a mail system is known by its name: %s', async (from) => {
  expect(await read(inWords(to, 'user unknown', from, 'hello'))).toBe('hard no-mailbox')
})

it.each([
  'Undelivered Mail Returned to Sender',
  'Mail delivery failed: returning message to sender',
  'Delivery Status Notification (Failure)',
  '系统退信',
  'Unzustellbar: Ihre Nachricht',
])('a mail system is known by its subject %j', async (subject) => {
  expect(await read(inWords(to, 'user unknown', 'Gate <gate@mx.traveler.example>', subject))).toBe('hard no-mailbox')
})

it('a person, and an absence, is no mail system', async () => {
  const words = 'The user unknown to you is away. 550 5.1.1'
  for (const subject of ['Out of office', 'Re: How well do we protect your privacy?', '自动回复：我在休假'])
    expect(await read(inWords(to, words, 'Ann <ann@traveler.example>', subject))).toBe('reply')
})

const status = (...recipient: readonly string[]) =>
  dsn({ to, recipient: ['Final-Recipient: rfc822; ann@traveler.example', 'Action: failed', ...recipient] })

describe('a delivery status', () => {
  it.each([
    ['5.1.1', 'smtp; 550 5.7.1 This message does not meet our delivery requirements', 'soft policy'],
    ['5.1.1', 'smtp; 550-5.7.26 Unauthenticated', 'soft policy'],
    ['5.1.1', 'smtp; 550 5.2.2 no', 'soft mailbox-full'],
    [
      '5.0.0',
      'smtp; 550 Ip frequency limited [Blocked IP 192.0.2.22]. http://service.mail.example/help?no=1',
      'soft rate-limited',
    ],
    ['5.0.0', 'smtp; 550 DMARC check failed', 'soft policy'],
    ['5.0.0', 'smtp; 550 user unknown', 'hard no-mailbox'],
    ['5.1.7', 'smtp; 550 no', 'soft sender'],
    ['5.1.8', 'smtp; 550 no', 'soft sender'],
    ['5.2.3', 'smtp; 550 no', 'soft message'],
    ['5.3.0', 'smtp;550 no such mailbox', 'hard no-mailbox'],
    ['5.1.1', 'X-Postfix; unknown user: "ann"', 'hard no-mailbox'],
    [
      '5.4.4',
      'X-Postfix; Host or domain name not found. Name service error for name=x.example: Host not found',
      'hard no-domain',
    ],
    ['4.0.0', 'smtp; The domain traveler.example is not reachable: returned Null MX', 'hard no-domain'],
    ['4.4.1', 'smtp; 550 user unknown', 'soft no-mailbox'],
    ['5.1.1', 'smtp; 450 4.1.1 user unknown', 'soft no-mailbox'],
    ['5.0.0 (recipient reached disk quota)', '', 'soft mailbox-full'],
  ])('%s with %j is %s', async (code, diagnosis, kind) => {
    expect(await read(status(`Status: ${code}`, `Diagnostic-Code: ${diagnosis}`))).toBe(kind)
  })

  it('asks the words for people where its own give no cause', async () => {
    const said = (words: string) =>
      read(dsn({ to, words, recipient: ['Final-Recipient: rfc822; x', 'Action: failed', 'Status: 5.0.0'] }))
    expect(await said(postfix('550 5.1.1 user unknown (in reply to RCPT TO command)'))).toBe('hard no-mailbox')
    expect(await said(postfix('550 Ip frequency limited (in reply to end of DATA command)'))).toBe('soft rate-limited')
    expect(await said('It was not delivered.')).toBe('soft unclear')
  })

  it('blames the sender where the server took no letter from it', async () => {
    const recipient = [
      'Final-Recipient: rfc822; x',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 no',
    ]
    const said = (words: string) => read(dsn({ to, words, recipient }))
    expect(await said(postfix('550 5.1.1 no (in reply to MAIL FROM command)'))).toBe('soft sender')
    expect(await said(postfix('550 5.1.1 no (in reply to RCPT TO command)'))).toBe('hard no-mailbox')
  })
})

it('keeps the words of the server itself, not those of the one that quotes it', async () => {
  const report = await readMailReport(
    inWords(to, qmail('192.0.2.9 failed after I sent the message.\nRemote host said: 550 DMARC check failed [abc]')),
    (seen) => readBounceAddress(ring, seen, now),
  )
  expect(report).toMatchObject({ kind: 'soft', cause: 'policy', detail: '550 DMARC check failed [abc]' })
})
