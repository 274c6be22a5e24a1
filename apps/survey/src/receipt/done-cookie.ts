import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { pageCookie } from '../http/page-cookie.ts'
import { requestLocale } from '../http/request-page.ts'
import type { SurveyApp } from '../survey-app.ts'

/** Says nothing but that the act was done whose page gets it. */
const NAME = 'done'

/** After an act: to the page that tells of it. */
export function toDone(app: SurveyApp, c: Context, path: string): Response {
  c.header('Set-Cookie', pageCookie(app.surveyUrl, NAME, '1', path))
  return c.redirect(`${path}?lang=${requestLocale(app, c)}`, 303)
}

/** The page that tells of an act; who comes by its address, without having done it, is led to where it begins. */
export async function afterAct(
  app: SurveyApp,
  c: Context,
  beginning: string,
  page: () => Promise<string>,
): Promise<Response> {
  if (getCookie(c, NAME) === undefined) return c.redirect(`${beginning}?lang=${requestLocale(app, c)}`, 303)
  return c.html(await page())
}
