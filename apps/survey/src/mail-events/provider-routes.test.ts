import { createHmac } from 'node:crypto'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { bounceAddress } from '@wayproof/letters/bounces/bounce-address'
import { messageId } from '@wayproof/letters/letter/message-id'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { OPENED_AT, type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'
import { mailgunCheck } from './mailgun-signature.ts'

const PASSWORD = 'a-password-of-at-least-thirty-two-characters'
const MAILGUN_KEY = '0123456789abcdef0123456789abcdef'
const KEYS = keyring(new Uint8Array(32).fill(7))

let work: SurveyAtWork
let app: ReturnType<typeof createApp>
let shown: string[]
let isBusy: boolean
beforeEach(async () => {
  work = await surveyAtWork()
  shown = []
  isBusy = false
  app = createApp({
    ...work.surveyApp,
    providerEvents: {
      markReported: async (report, now) => {
        if (isBusy) throw Object.assign(new Error('busy'), { code: 'busy' })
        return work.store.markReported(report, now)
      },
      password: PASSWORD,
      mailgun: mailgunCheck(MAILGUN_KEY),
      showSubscription: (url) => shown.push(url),
    },
  })
})
afterEach(() => work.close())

const basic = (password: string) => `Basic ${Buffer.from(`wayproof:${password}`).toString('base64')}`

async function post(provider: string, body: unknown, authorization = basic(PASSWORD)) {
  const answer = await app.request(`/mail-events/${provider}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  return { status: answer.status, body: isJson ? await answer.json() : null, headers: answer.headers }
}

interface SentLetter {
  readonly to: string
  readonly id: string
  readonly messageId: string
  readonly returnTo: string
}

async function sentLetters(count: number): Promise<SentLetter[]> {
  const claims = await work.store.outbox.claim(count, OPENED_AT, OPENED_AT + 1000)
  for (const claim of claims) await work.store.outbox.markSent(claim, '250 ok', OPENED_AT)
  return claims.map(({ id, to }) => ({
    to,
    id,
    messageId: messageId(id, 'privacy@yuntu.example'),
    returnTo: bounceAddress(KEYS, 'bounces@yuntu.example', { letterId: id, to, now: OPENED_AT }),
  }))
}

async function sentLetter(): Promise<SentLetter> {
  const [letter] = await sentLetters(1)
  if (!letter) throw new Error('no letter')
  return letter
}

async function suppressions() {
  const rows = await work.database.rows<{ reason: string }>('SELECT reason FROM suppression ORDER BY reason')
  return rows.map(({ reason }) => reason)
}

const counts = (taken: number, ignored = 0, unreadable = 0) => ({ taken, ignored, unreadable })

const sendgridBounce = ({ to, messageId: id }: Pick<SentLetter, 'to' | 'messageId'>) => ({
  email: to,
  timestamp: 1_767_574_810,
  'smtp-id': id,
  bounce_classification: 'Invalid Address',
  event: 'bounce',
  type: 'bounce',
  reason: `550 5.1.1 <${to}>: Recipient address rejected: User unknown`,
  status: '5.1.1',
  sg_event_id: 'Ym91bmNlLTAtMQ',
  sg_message_id: '14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0',
})

const sns = (message: unknown) => ({
  Type: 'Notification',
  MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
  TopicArn: 'arn:aws:sns:eu-west-1:123456789012:bounces',
  Message: typeof message === 'string' ? message : JSON.stringify(message),
  Timestamp: '2026-01-05T01:00:10.000Z',
  SignatureVersion: '1',
})

const sesBounce = ({ to, returnTo }: SentLetter) => ({
  notificationType: 'Bounce',
  bounce: {
    bounceType: 'Permanent',
    bounceSubType: 'General',
    bouncedRecipients: [
      { emailAddress: to, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
    ],
    timestamp: '2026-01-05T01:00:10.000Z',
    feedbackId: '0102019b-000000',
  },
  mail: { timestamp: '2026-01-05T01:00:00.000Z', source: returnTo, messageId: '0102019b', destination: [to] },
})

function mailgunCall(letter: SentLetter, { key = MAILGUN_KEY, token = 'a'.repeat(50), at = OPENED_AT } = {}) {
  const timestamp = String(Math.floor(at / 1000))
  const signature = createHmac('sha256', key)
    .update(timestamp + token)
    .digest('hex')
  return {
    signature: { timestamp, token, signature },
    'event-data': {
      event: 'failed',
      severity: 'permanent',
      reason: 'bounce',
      recipient: letter.to,
      message: {
        headers: { to: letter.to, 'message-id': letter.messageId.slice(1, -1), from: 'privacy@yuntu.example' },
      },
      'delivery-status': { code: 550, message: '5.1.1 The email account does not exist', description: '' },
    },
  }
}

describe('the web hooks of email providers', () => {
  it('suppress the address of a bounce from each provider', async () => {
    const [first, second, third, fourth] = await sentLetters(4)
    if (!first || !second || !third || !fourth) throw new Error('too few letters')
    const postmark = {
      RecordType: 'Bounce',
      Type: 'HardBounce',
      TypeCode: 1,
      MessageID: '883953f4-6105-42a2-a16a-77a8eac79483',
      Metadata: { letter: third.id },
      Details: 'smtp;550 5.1.1 The email account that you tried to reach does not exist.',
      Email: third.to,
      From: 'privacy@yuntu.example',
    }
    expect(await post('ses', sns(sesBounce(first)))).toMatchObject({ status: 200, body: counts(1) })
    expect(await post('sendgrid', [sendgridBounce(second)])).toMatchObject({ status: 200, body: counts(1) })
    expect(await post('postmark', postmark)).toMatchObject({ status: 200, body: counts(1) })
    expect(await post('mailgun', mailgunCall(fourth), '')).toMatchObject({ status: 200, body: counts(1) })
    expect(await suppressions()).toEqual(['bounced', 'bounced', 'bounced', 'bounced'])
    expect(work.logged).toEqual([])
    expect(work.accessLines).toContainEqual(expect.stringContaining('/mail-events/:provider'))
  })

  it('take the good events of a batch, and say and log how many are not', async () => {
    const [first, second] = await sentLetters(2)
    if (!first || !second) throw new Error('too few letters')
    const complaint = { email: second.to, event: 'spamreport', 'smtp-id': second.messageId }
    const foreign = sendgridBounce({ to: 'bo@mail.example', messageId: '<newsletter-7@yuntu.example>' })
    const delivered = { email: first.to, event: 'delivered', 'smtp-id': first.messageId, response: '250 OK' }
    const batch = [sendgridBounce(first), null, { event: 'bounce' }, 'x', delivered, foreign, complaint]
    expect(await post('sendgrid', batch)).toMatchObject({ status: 200, body: counts(2, 2, 3) })
    expect(await suppressions()).toEqual(['bounced', 'complained'])
    expect(work.logged).toEqual([
      { level: 'warn', event: 'mail-events-unreadable', provider: 'sendgrid', unreadable: 3 },
    ])
  })

  it('change nothing when a call is repeated', async () => {
    const call = sns(sesBounce(await sentLetter()))
    await post('ses', call)
    const deliveries = () => work.database.rows('SELECT outcome FROM delivery')
    const before = await deliveries()
    expect(await post('ses', call)).toMatchObject({ status: 200, body: counts(1) })
    expect([await deliveries(), await suppressions()]).toEqual([before, ['bounced']])
  })

  it('refuse a wrong or missing password', async () => {
    const batch = [sendgridBounce(await sentLetter())]
    const basicOfNothing = `Basic ${Buffer.from(':').toString('base64')}`
    for (const authorization of [
      '',
      basic('x'),
      basic(`${PASSWORD}x`),
      basicOfNothing,
      `Bearer ${PASSWORD}`,
      'Basic !',
    ])
      for (const provider of ['ses', 'sendgrid', 'postmark']) {
        const refused = await post(provider, batch, authorization)
        expect(refused).toMatchObject({ status: 401, body: { error: 'wrong-password' } })
        expect(refused.headers.get('www-authenticate')).toBe('Basic realm="mail-events"')
      }
    expect(await suppressions()).toEqual([])
  })

  it('refuse a call of Mailgun that is forged, too old, of the future or repeated', async () => {
    const letter = await sentLetter()
    const forged = { status: 401, body: { error: 'wrong-signature' } }
    const replayed = { status: 406, body: { error: 'replayed' } }
    expect(await post('mailgun', mailgunCall(letter, { key: PASSWORD }))).toMatchObject(forged)
    expect(await post('mailgun', { ...mailgunCall(letter), signature: undefined })).toMatchObject(forged)
    const tenHours = 10 * 60 * 60_000
    expect(await post('mailgun', mailgunCall(letter, { at: OPENED_AT - tenHours }))).toMatchObject(replayed)
    expect(await post('mailgun', mailgunCall(letter, { at: OPENED_AT + tenHours }))).toMatchObject(replayed)
    expect(await suppressions()).toEqual([])
    expect(await post('mailgun', mailgunCall(letter))).toMatchObject({ status: 200 })
    expect(await post('mailgun', mailgunCall(letter))).toMatchObject(replayed)
  })

  it('accept a call again if its events could not be stored', async () => {
    const letter = await sentLetter()
    isBusy = true
    expect((await post('mailgun', mailgunCall(letter))).status).toBe(503)
    expect((await post('sendgrid', [sendgridBounce(letter)])).status).toBe(503)
    isBusy = false
    expect(await post('mailgun', mailgunCall(letter))).toMatchObject({ status: 200, body: counts(1) })
    expect(await suppressions()).toEqual(['bounced'])
  })

  it.each(['ses', 'sendgrid', 'postmark'])('say what is wrong with a body for %s', async (provider) => {
    const unknown = { status: 400, body: { error: 'unknown-events', ...counts(0, 0, 1) } }
    for (const body of [{}, { hello: 'world' }, 7, null, { Type: 'Notification', Message: '{' }])
      expect(await post(provider, body)).toMatchObject(unknown)
    expect(await post(provider, '{"a":')).toMatchObject({ status: 400, body: { error: 'not-json' } })
    expect(await post(provider, '')).toMatchObject({ status: 400, body: { error: 'not-json' } })
    const large = JSON.stringify('x'.repeat(1024 * 1024))
    expect(await post(provider, large)).toMatchObject({ status: 413, body: { error: 'too-large' } })
  })

  it('show an operator the address that confirms a subscription of Amazon SNS, and no other address', async () => {
    const topic = 'arn:aws:sns:eu-west-1:123456789012:bounces'
    const url = `https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=${topic}&Token=2336412f37fb`
    const confirmation = { Type: 'SubscriptionConfirmation', TopicArn: topic, Token: '2336412f37fb', SubscribeURL: url }
    expect(await post('ses', confirmation)).toMatchObject({ status: 200, body: counts(0, 1) })
    expect(work.logged).toEqual([{ level: 'warn', event: 'sns-subscription-unconfirmed', topic }])
    for (const SubscribeURL of [
      'https://evil.example/?Action=ConfirmSubscription',
      'https://sns.eu-west-1.amazonaws.com.evil.example/?Action=ConfirmSubscription',
      'https://sns.eu-west-1.amazonaws.com@evil.example/?Action=ConfirmSubscription',
      url.replace('https', 'http'),
      `${url}\nopen another`,
    ])
      expect(await post('ses', { ...confirmation, SubscribeURL })).toMatchObject({ status: 400 })
    expect(shown).toEqual([url])
  })

  it('exist only with their secret, and for known providers', async () => {
    expect((await post('other', [])).status).toBe(404)
    expect((await post('constructor', [])).status).toBe(404)
    app = work.app
    for (const provider of ['ses', 'sendgrid', 'postmark', 'mailgun'])
      expect((await post(provider, [], basic(''))).status).toBe(404)
    const shownPage = await app.request('/mail-events/ses')
    expect([shownPage.status, shownPage.headers.get('allow')]).toEqual([405, 'POST'])
  })
})
