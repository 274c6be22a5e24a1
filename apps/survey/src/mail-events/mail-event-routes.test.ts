import { createHmac } from 'node:crypto'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { bounceAddress } from '@wayproof/letters/bounces/bounce-address'
import { dsn } from '@wayproof/letters/testing/sample-reports'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../app.ts'
import { OPENED_AT, type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'
import { mailEventCheck } from './mail-event-signature.ts'

const SECRET = 'a secret of at least thirty-two characters'

let work: SurveyAtWork
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  work = await surveyAtWork()
  app = createApp({
    ...work.surveyApp,
    mailEvents: { check: mailEventCheck(SECRET), markReported: work.store.markReported },
  })
})
afterEach(() => work.close())

interface Call {
  readonly body: Buffer
  readonly id?: string
  readonly at?: number
  readonly secret?: string
  readonly signature?: string
}

let calls = 0
async function call({ body, id = `call-${++calls}`, at = OPENED_AT, secret = SECRET, signature }: Call) {
  const timestamp = String(Math.floor(at / 1000))
  const mac = createHmac('sha256', secret).update(`${id}.${timestamp}.`).update(body).digest('base64')
  const answer = await app.request('/mail-events', {
    method: 'POST',
    headers: {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature ?? `v1,${mac}`,
      'content-type': 'message/rfc822',
    },
    body: new Uint8Array(body),
  })
  return { status: answer.status, text: await answer.text() }
}

/** A bounce of the wave's first letter, which has been sent. */
async function bounce(): Promise<Buffer> {
  const [claim] = await work.store.outbox.claim(1, OPENED_AT, OPENED_AT + 1000)
  if (!claim) throw new Error('no letter')
  await work.store.outbox.markSent(claim, '250 ok', OPENED_AT)
  const keys = keyring(new Uint8Array(32).fill(7))
  return dsn({ to: bounceAddress(keys, 'bounces@yuntu.example', { letterId: claim.id, to: claim.to, now: OPENED_AT }) })
}

async function suppressedAddresses() {
  const suppressions = await work.database.rows<{ reason: string }>('SELECT reason FROM suppression')
  return suppressions.map(({ reason }) => reason)
}

describe('the bounce webhook', () => {
  it('accepts a signed bounce, and gives the same response to one without a letter or without a message', async () => {
    const accepted = await call({ body: await bounce() })
    expect(accepted).toEqual({ status: 202, text: '' })
    expect(await suppressedAddresses()).toEqual(['bounced'])
    expect(await call({ body: dsn({ to: 'nobody@yuntu.example' }) })).toEqual(accepted)
    expect(await call({ body: Buffer.from('\0\0') })).toEqual(accepted)
  })

  it('gives one response to every forged, unsigned, changed, old, future or replayed call', async () => {
    const body = await bounce()
    const refusal = { status: 401, text: '' }
    expect(await call({ body, secret: 'another secret of thirty-two characters' })).toEqual(refusal)
    expect(await call({ body, signature: '' })).toEqual(refusal)
    expect(await call({ body, signature: 'v1,AAAA' })).toEqual(refusal)
    expect(await call({ body, id: '' })).toEqual(refusal)
    expect(await call({ body, at: OPENED_AT - 301_000 })).toEqual(refusal)
    expect(await call({ body, at: OPENED_AT + 301_000 })).toEqual(refusal)
    const mac = createHmac('sha256', SECRET)
      .update(`x.${OPENED_AT / 1000}.other`)
      .digest('base64')
    expect(await call({ body, id: 'x', signature: `v1,${mac}` })).toEqual(refusal)
    expect(await suppressedAddresses()).toEqual([])
    expect((await call({ body, id: 'once' })).status).toBe(202)
    expect(await call({ body, id: 'once' })).toEqual(refusal)
    expect(await suppressedAddresses()).toEqual(['bounced'])
  })

  it('accepts what the library of Standard Webhooks signs', async () => {
    const secret = `whsec_${Buffer.alloc(32, 0xa5).toString('base64')}`
    app = createApp({
      ...work.surveyApp,
      mailEvents: { check: mailEventCheck(secret), markReported: work.store.markReported },
    })
    const body = await bounce()
    const signature = new Webhook(secret).sign('by-library', new Date(OPENED_AT), body.toString('latin1'))
    expect(await call({ body, id: 'by-library', signature })).toEqual({ status: 202, text: '' })
    expect(await suppressedAddresses()).toEqual(['bounced'])
  })

  it('buffers at most 1 MB of a call', async () => {
    expect((await call({ body: Buffer.alloc(1024 * 1024 + 1) })).status).toBe(413)
  })

  it('accepts a call again if it could not be processed', async () => {
    const body = await bounce()
    let shouldFail = true
    app = createApp({
      ...work.surveyApp,
      mailEvents: {
        check: mailEventCheck(SECRET),
        markReported: async (report, now) => {
          if (shouldFail) throw Object.assign(new Error('busy'), { code: 'busy' })
          return work.store.markReported(report, now)
        },
      },
    })
    expect((await call({ body, id: 'again' })).status).toBe(503)
    shouldFail = false
    expect((await call({ body, id: 'again' })).status).toBe(202)
    expect(await suppressedAddresses()).toEqual(['bounced'])
  })

  it('does not exist without a secret', async () => {
    app = work.app
    expect((await call({ body: await bounce() })).status).toBe(404)
    expect(await suppressedAddresses()).toEqual([])
  })
})
