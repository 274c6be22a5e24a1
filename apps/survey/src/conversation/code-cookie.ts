import { readSecretCode } from '@wayproof/kernel/secrets/secret-code'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { pageCookie } from '../http/page-cookie.ts'
import { readOurForm } from '../http/read-form.ts'
import { notice, requestLanguage } from '../http/request-page.ts'
import type { SurveyApp } from '../survey-app.ts'

/** A cookie restricted to the page at `path`. */
export interface CodeCookie {
  readonly name: string
  readonly path: string
}

/** Redirects to the page that shows a code; the code is in a cookie restricted to that page, never in a URL. */
export async function toCodePage(
  app: SurveyApp,
  c: Context,
  { name, path }: CodeCookie,
  code: string,
): Promise<Response> {
  c.header('Set-Cookie', pageCookie(app.surveyUrl, name, code, path), { append: true })
  return c.redirect(`${path}?lang=${await requestLanguage(app, c.req)}`, 303)
}

/** The code in the cookie; empty without one. */
export const codeOfCookie = (c: Context, { name }: CodeCookie): string => readSecretCode(getCookie(c, name) ?? '') ?? ''

export type Fields = Readonly<Record<string, string>>

/** Reads a form with a case code: in canonical form, or as typed if invalid. */
export async function withCode(
  app: SurveyApp,
  c: Context,
  respond: (fields: Fields, caseCode: string) => Promise<Response>,
): Promise<Response> {
  const form = await readOurForm(app, c)
  if (!form.ok) return notice(app, c, form.fault.code)
  const typedCode = form.value.case ?? ''
  return respond(form.value, readSecretCode(typedCode) ?? typedCode)
}
