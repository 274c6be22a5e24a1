import { hash } from 'node:crypto'
import { equalBytes } from '@wayproof/kernel/secrets/keyring'
import {
  isProvider,
  type Provider,
  processProviderEvents,
} from '@wayproof/letters/provider-events/process-provider-events'
import { textAt } from '@wayproof/letters/provider-events/provider-event'
import { readSnsSubscription } from '@wayproof/letters/provider-events/ses-events'
import type { Context } from 'hono'
import { boundedBody } from '../http/read-form.ts'
import { notice } from '../http/request-page.ts'
import type { SurveyApp } from '../survey-app.ts'
import type { MailgunCheck } from './mailgun-signature.ts'

/** The largest batch of SendGrid has 768 KB. */
const MAX_BYTES = 1024 * 1024

/**
 * Accepts bounces and complaints in an email provider's own JSON. Mailgun signs its calls; the others send the password
 * of HTTP Basic authentication in their address.
 */
export async function postProviderEvents(app: SurveyApp, c: Context): Promise<Response> {
  const { password, mailgun } = app.providerEvents
  const provider = c.req.param('provider') ?? ''
  if (!isProvider(provider)) return notice(app, c, 'link-unknown')
  if (provider === 'mailgun') return mailgun ? postMailgunEvents(app, c, mailgun) : notice(app, c, 'link-unknown')
  if (password === null) return notice(app, c, 'link-unknown')
  if (!hasPassword(c.req.header('authorization') ?? '', password)) {
    // Amazon SNS sends the password only after an answer with a realm.
    c.header('WWW-Authenticate', 'Basic realm="mail-events"')
    return c.json({ error: 'wrong-password' }, 401)
  }
  const body = await jsonBody(c)
  if (body instanceof Response) return body
  const subscription = provider === 'ses' ? readSnsSubscription(body) : null
  return subscription ? showSubscription(app, c, subscription) : takeEvents(app, c, { provider, body })
}

async function postMailgunEvents(app: SurveyApp, c: Context, mailgun: MailgunCheck): Promise<Response> {
  const body = await jsonBody(c)
  if (body instanceof Response) return body
  const part = (name: string) => textAt(body, 'signature', name)
  const [timestamp, token, signature] = [part('timestamp'), part('token'), part('signature')]
  const result = mailgun.verify({ timestamp, token, signature }, app.survey.clock.now())
  if (result === 'forged') return c.json({ error: 'wrong-signature' }, 401)
  // Mailgun repeats a call after any other refusal.
  if (result === 'replayed') return c.json({ error: 'replayed' }, 406)
  try {
    return await takeEvents(app, c, { provider: 'mailgun', body })
  } catch (error) {
    mailgun.forget(token)
    throw error
  }
}

/** The user name does not matter. */
function hasPassword(authorization: string, password: string): boolean {
  const [, encoded = ''] = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(authorization) ?? []
  const credentials = Buffer.from(encoded, 'base64').toString()
  const typed = credentials.slice(credentials.indexOf(':') + 1)
  return equalBytes(hash('sha256', typed, 'buffer'), hash('sha256', password, 'buffer'))
}

/** The parsed body, or the response to a body that is too large or no JSON. */
async function jsonBody(c: Context): Promise<unknown> {
  const raw = await boundedBody(c.req.raw, MAX_BYTES)
  if (raw === null) return c.json({ error: 'too-large' }, 413)
  try {
    return JSON.parse(raw.toString())
  } catch {
    return c.json({ error: 'not-json' }, 400)
  }
}

function showSubscription(
  { log, providerEvents }: SurveyApp,
  c: Context,
  { topic, url }: { readonly topic: string; readonly url: string },
): Response {
  log({ level: 'warn', event: 'sns-subscription-unconfirmed', topic })
  providerEvents.showSubscription(url)
  return c.json({ taken: 0, ignored: 1, unreadable: 0 })
}

async function takeEvents(
  { survey, log, providerEvents: { markReported } }: SurveyApp,
  c: Context,
  call: { readonly provider: Provider; readonly body: unknown },
): Promise<Response> {
  const counts = await processProviderEvents({ ...survey, markReported }, call)
  const { taken, ignored, unreadable } = counts
  if (unreadable > 0) log({ level: 'warn', event: 'mail-events-unreadable', provider: call.provider, unreadable })
  // A provider may repeat a refused call, so one that has anything readable is accepted.
  return unreadable > 0 && taken + ignored === 0 ? c.json({ error: 'unknown-events', ...counts }, 400) : c.json(counts)
}
