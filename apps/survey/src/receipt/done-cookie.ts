import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { pageCookie } from '../http/page-cookie.ts'
import { requestLanguage } from '../http/request-page.ts'
import type { SurveyApp } from '../survey-app.ts'

/** Cookie with no data except that the action of its page was done. */
const NAME = 'done'

/** Redirects to the confirmation page after an action. */
export async function toDone(app: SurveyApp, c: Context, path: string): Promise<Response> {
  c.header('Set-Cookie', pageCookie(app.surveyUrl, NAME, '1', path))
  return c.redirect(`${path}?lang=${await requestLanguage(app, c.req)}`, 303)
}

/** The confirmation page; without the cookie, redirects to the page where the action begins. */
export async function afterAct(
  app: SurveyApp,
  c: Context,
  beginning: string,
  page: () => Promise<string>,
): Promise<Response> {
  if (getCookie(c, NAME) === undefined) return c.redirect(`${beginning}?lang=${await requestLanguage(app, c.req)}`, 303)
  return c.html(await page())
}
