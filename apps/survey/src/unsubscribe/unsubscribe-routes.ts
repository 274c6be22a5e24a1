import { showUnsubscribing, unsubscribe } from '@wayproof/survey'
import type { Context } from 'hono'
import { discardBody } from '../http/read-form.ts'
import { travelerPage } from '../http/request-page.ts'
import { linkNotice } from '../http/wrong-try.ts'
import type { SurveyApp } from '../survey-app.ts'
import { unsubscribedPage, unsubscribePage } from './unsubscribe-page.tsx'

type LinkContext = Context<object, '/u/:token'>

/** Asks for confirmation, or says that it is already done; changes nothing. */
export async function getUnsubscribe(app: SurveyApp, c: LinkContext): Promise<Response> {
  const subscription = await showUnsubscribing(app.survey, { token: c.req.param('token') })
  if (!subscription.ok) return linkNotice(app, c, 'link-unknown')
  const page = await travelerPage(app, c.req)
  return c.html(subscription.value.done ? unsubscribedPage(page) : unsubscribePage(page))
}

/**
 * Unsubscribes, by the page's button or by the one-click POST of mail programs (RFC 8058), which has no cookie or
 * origin and either form encoding. The body is ignored: the link alone identifies the mailbox and the action.
 */
export async function postUnsubscribe(app: SurveyApp, c: LinkContext): Promise<Response> {
  await discardBody(c.req.raw)
  const unsubscribed = await unsubscribe(app.survey, { token: c.req.param('token') })
  if (!unsubscribed.ok) return linkNotice(app, c, 'link-unknown')
  return c.html(unsubscribedPage(await travelerPage(app, c.req)))
}
