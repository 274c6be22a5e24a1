import { keyring } from '@wayproof/kernel/secrets/keyring'
import { describe, expect, it, test } from 'vitest'
import { addressMark, bounceAddress } from '../bounces/bounce-address.ts'
import type { MailReport } from '../bounces/mail-report.ts'
import { type Provider, processProviderEvents } from './process-provider-events.ts'

const ring = keyring(new Uint8Array(32).fill(5))
const now = Date.parse('2026-01-15T08:00:00Z')
const letterId = '0f8fad5b-d9cb-469f-a165-70867728950e'
const to = 'ann@traveler.example'
const messageId = `<${letterId}@faraway.example>`
const returnTo = bounceAddress(ring, 'bounces@faraway.example', { letterId, to, now })
const letter = { letterId, addressMark: addressMark(ring, to) }

async function take(provider: Provider, body: unknown) {
  const reports: MailReport[] = []
  const markReported = async (report: MailReport) => reports.push(report) > 0
  const counts = await processProviderEvents(
    { markReported, clock: { now: () => now }, keyring: ring },
    { provider, body },
  )
  return { counts, reports }
}

const IGNORED = { counts: { taken: 0, ignored: 1, unreadable: 0 }, reports: [] }
const UNREADABLE = { counts: { taken: 0, ignored: 0, unreadable: 1 }, reports: [] }

const sns = (message: unknown) => ({ Type: 'Notification', Message: JSON.stringify(message) })
const sesMail = { source: returnTo, messageId: '0102019b-ses', destination: [to] }
const sesBounce = (bounceType: string, recipient: object, bounceSubType = 'General') =>
  sns({
    notificationType: 'Bounce',
    bounce: { bounceType, bounceSubType, bouncedRecipients: [{ emailAddress: to, ...recipient }] },
    mail: sesMail,
  })
const sesComplaint = (complaintFeedbackType?: string) =>
  sns({
    eventType: 'Complaint',
    complaint: { complainedRecipients: [{ emailAddress: to }], complaintFeedbackType },
    mail: sesMail,
  })

const sendgrid = (event: object) => [{ email: to, 'smtp-id': messageId, sg_event_id: 'x', ...event }]

const postmark = (fields: object) => ({
  RecordType: 'Bounce',
  MessageID: '883953f4-6105-42a2-a16a-77a8eac79483',
  Metadata: { letter: letterId },
  Email: to,
  ...fields,
})

const mailgun = (fields: object) => ({
  'event-data': {
    event: 'failed',
    recipient: to,
    message: { headers: { 'message-id': messageId.slice(1, -1) } },
    ...fields,
  },
})

type Case = readonly [string, Provider, unknown, Partial<MailReport>]

const NO_MAILBOX = { kind: 'hard', cause: 'no-mailbox' } as const
const FULL = { kind: 'soft', cause: 'mailbox-full' } as const
const COMPLAINT = { kind: 'complaint', cause: null } as const

const cases: readonly Case[] = [
  [
    'a permanent bounce with a reply',
    'ses',
    sesBounce('Permanent', { action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' }),
    { ...NO_MAILBOX, detail: '5.1.1 550 5.1.1 user unknown' },
  ],
  ['a permanent bounce without a reply', 'ses', sesBounce('Permanent', {}), NO_MAILBOX],
  [
    'a transient bounce',
    'ses',
    sesBounce('Transient', { status: '4.2.2', diagnosticCode: 'smtp; 452 4.2.2 Mailbox full' }, 'MailboxFull'),
    FULL,
  ],
  ['an undetermined bounce', 'ses', sesBounce('Undetermined', {}), { kind: 'soft', cause: 'unclear' }],
  ['a complaint', 'ses', sesComplaint('abuse'), { ...COMPLAINT, detail: 'abuse' }],
  ['a complaint without a type', 'ses', sesComplaint(), COMPLAINT],
  [
    'a bounce',
    'sendgrid',
    sendgrid({ event: 'bounce', type: 'bounce', status: '5.1.1', reason: `550 5.1.1 <${to}>: User unknown` }),
    { ...NO_MAILBOX, detail: '5.1.1 550 5.1.1 <…@…>: User unknown' },
  ],
  [
    'a blocked letter',
    'sendgrid',
    sendgrid({ event: 'bounce', type: 'blocked', status: '5.7.1', reason: '550 5.7.1 Message rejected as spam' }),
    { kind: 'soft', cause: 'policy' },
  ],
  ['a dropped bounced address', 'sendgrid', sendgrid({ event: 'dropped', reason: 'Bounced Address' }), NO_MAILBOX],
  ['a dropped invalid address', 'sendgrid', sendgrid({ event: 'dropped', reason: 'Invalid' }), NO_MAILBOX],
  ['a dropped objection', 'sendgrid', sendgrid({ event: 'dropped', reason: 'Unsubscribed Address' }), COMPLAINT],
  [
    'another dropped letter',
    'sendgrid',
    sendgrid({ event: 'dropped', reason: 'Recipient List over Package Quota' }),
    { kind: 'soft', cause: 'sender' },
  ],
  ['a spam report', 'sendgrid', sendgrid({ event: 'spamreport' }), { ...COMPLAINT, detail: 'spamreport' }],
  [
    'a hard bounce',
    'postmark',
    postmark({ Type: 'HardBounce', TypeCode: 1, Details: 'smtp;550 5.1.1 The email account does not exist.' }),
    NO_MAILBOX,
  ],
  ['an address that is none', 'postmark', postmark({ Type: 'BadEmailAddress', TypeCode: 100_000 }), NO_MAILBOX],
  [
    'a soft bounce',
    'postmark',
    postmark({ Type: 'SoftBounce', TypeCode: 4096, Details: 'smtp;552 5.2.2 mailbox full' }),
    FULL,
  ],
  [
    'a delay',
    'postmark',
    postmark({ Type: 'Transient', TypeCode: 2, Details: '' }),
    { kind: 'soft', cause: 'network' },
  ],
  [
    'a complaint',
    'postmark',
    postmark({ RecordType: 'SpamComplaint', Type: 'SpamComplaint', TypeCode: 100_001, Details: 'abuse' }),
    COMPLAINT,
  ],
  [
    'a permanent failure',
    'mailgun',
    mailgun({
      severity: 'permanent',
      'delivery-status': { code: 550, message: '5.1.1 No such user', description: '' },
    }),
    { ...NO_MAILBOX, detail: '550 5.1.1 No such user' },
  ],
  [
    'a suppressed bounce',
    'mailgun',
    mailgun({
      severity: 'permanent',
      reason: 'suppress-bounce',
      'delivery-status': { code: 605, message: '', description: 'Not delivering to previously bounced address' },
    }),
    NO_MAILBOX,
  ],
  [
    'a temporary failure',
    'mailgun',
    mailgun({ severity: 'temporary', 'delivery-status': { code: 452, message: '4.2.2 Mailbox full' } }),
    FULL,
  ],
  ['a suppressed complaint', 'mailgun', mailgun({ severity: 'permanent', reason: 'suppress-complaint' }), COMPLAINT],
  ['a complaint', 'mailgun', mailgun({ event: 'complained' }), COMPLAINT],
]

it.each(cases)('%s of %s is reported about its letter', async (_, provider, body, report) => {
  const { counts, reports } = await take(provider, body)
  expect(counts).toEqual({ taken: 1, ignored: 0, unreadable: 0 })
  expect(reports).toEqual([{ kind: expect.anything(), cause: null, detail: expect.any(String), letter, ...report }])
})

test.each<readonly [string, Provider, unknown]>([
  ['delivery', 'ses', sns({ notificationType: 'Delivery', mail: sesMail })],
  ['confirmed topic', 'ses', sns({ notificationType: 'AmazonSnsSubscriptionSucceeded', message: 'You have' })],
  [
    'greeting',
    'ses',
    { Type: 'Notification', Message: 'Successfully validated SNS topic for Amazon SES event publishing.' },
  ],
  ['ended subscription', 'ses', { Type: 'UnsubscribeConfirmation' }],
  ['message that was no spam', 'ses', sesComplaint('not-spam')],
  ['deferral', 'sendgrid', sendgrid({ event: 'deferred', response: '400 try again later' })],
  ['opening', 'sendgrid', sendgrid({ event: 'open' })],
  ['delivery', 'postmark', { RecordType: 'Delivery', Recipient: to }],
  ['absence reply', 'postmark', postmark({ Type: 'AutoResponder' })],
  ['bounce of another message', 'postmark', postmark({ Type: 'HardBounce', Metadata: {} })],
  ['delivery', 'mailgun', mailgun({ event: 'delivered' })],
])('a %s of %s is ignored', async (_, provider, body) => {
  expect(await take(provider, body)).toEqual(IGNORED)
})

test.each<readonly [Provider, unknown]>([
  ['ses', { Type: 'Notification', Message: 'no JSON' }],
  ['ses', sns({ notificationType: 'Bounce', bounce: { bounceType: 'Permanent' }, mail: sesMail })],
  ['ses', sns({ notificationType: 'Bounce', bounce: { bouncedRecipients: [{}] } })],
  ['ses', sns([])],
  ['sendgrid', { event: 'bounce' }],
  ['sendgrid', [{ event: 'bounce' }]],
  ['postmark', { RecordType: 'Bounce', Type: 'HardBounce' }],
  ['postmark', [postmark({ Type: 'HardBounce' })]],
  ['mailgun', mailgun({ recipient: undefined })],
  ['mailgun', { 'event-data': null }],
])('%s: %j is unreadable', async (provider, body) => {
  expect(await take(provider, body)).toEqual(UNREADABLE)
})

describe('the letter of an event', () => {
  const bounceOf = (mail: object) =>
    sns({
      notificationType: 'Bounce',
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: to }] },
      mail,
    })

  it('is named by its Message-ID if the letter had no envelope sender of its own', async () => {
    const source = 'privacy@faraway.example'
    for (const mail of [
      { source, commonHeaders: { messageId } },
      {
        source,
        headers: [
          { name: 'Subject', value: 'x' },
          { name: 'Message-ID', value: messageId },
        ],
      },
    ])
      expect(await take('ses', bounceOf(mail))).toMatchObject({ reports: [{ letter }] })
    expect(await take('ses', bounceOf({ source }))).toEqual(IGNORED)
  })

  it('went to the address that we sent to, whatever address a forwarded letter bounced for', async () => {
    const forwarded = sns({
      notificationType: 'Bounce',
      bounce: { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'ann@elsewhere.example' }] },
      mail: { destination: [to], commonHeaders: { messageId } },
    })
    expect(await take('ses', forwarded)).toMatchObject({ reports: [{ letter }] })
  })

  it('has the mark of the address in the event', async () => {
    const other = sendgrid({ event: 'spamreport', email: 'bo@traveler.example' })
    const { reports } = await take('sendgrid', other)
    expect(reports[0]?.letter).toEqual({ letterId, addressMark: addressMark(ring, 'bo@traveler.example') })
  })

  it.each(['', '<1@faraway.example>', `x${letterId}@faraway.example`, `${letterId}0@x`, `<${letterId}@a@b>`])(
    'is not named by %j',
    async (id) => {
      expect(await take('sendgrid', sendgrid({ event: 'spamreport', 'smtp-id': id }))).toEqual(IGNORED)
    },
  )
})
