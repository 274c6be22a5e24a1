import { NotAMessage } from '@wayproof/letters/bounces/mail-report'
import { processMailReport } from '@wayproof/letters/bounces/process-mail-report'
import type { Context } from 'hono'
import { boundedBody } from '../http/read-form.ts'
import { notice } from '../http/request-page.ts'
import type { SurveyApp } from '../survey-app.ts'

/** A bounce quotes one letter, which has under 60 KB. */
const MAX_BYTES = 1024 * 1024

/**
 * Accepts one raw bounce message or feedback report from a mail server that knows the secret. Every correctly signed
 * call gets the same response, whatever the message, and every other call gets another.
 */
export async function postMailEvent(app: SurveyApp, c: Context): Promise<Response> {
  const { mailEvents, survey } = app
  if (!mailEvents) return notice(app, c, 'link-unknown')
  const id = c.req.header('webhook-id') ?? ''
  const timestamp = c.req.header('webhook-timestamp') ?? ''
  const signature = c.req.header('webhook-signature') ?? ''
  const raw = await boundedBody(c.req.raw, MAX_BYTES)
  if (raw === null) return c.body(null, 413)
  if (!mailEvents.check.accepts({ id, timestamp, signature }, raw, survey.clock.now())) return c.body(null, 401)
  try {
    await processMailReport({ ...survey, markReported: mailEvents.markReported }, { raw })
  } catch (error) {
    if (!(error instanceof NotAMessage)) {
      mailEvents.check.forget(id)
      throw error
    }
  }
  return c.body(null, 202)
}
