import { readSecretCode } from '@wayproof/kernel'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { pageCookie } from '../http/page-cookie.ts'
import { requestLocale } from '../http/request-page.ts'
import type { SurveyApp } from '../survey-app.ts'

/** A cookie that only the page at `path` gets. */
export interface CodeCookie {
  readonly name: string
  readonly path: string
}

/** To the page that shows a code; it travels in a cookie that no other page gets, and never in an address. */
export function toCodePage(app: SurveyApp, c: Context, { name, path }: CodeCookie, code: string): Response {
  c.header('Set-Cookie', pageCookie(app.surveyUrl, name, code, path), { append: true })
  return c.redirect(`${path}?lang=${requestLocale(app, c)}`, 303)
}

/** The code that came along; empty without. */
export const codeOfCookie = (c: Context, { name }: CodeCookie): string => readSecretCode(getCookie(c, name) ?? '') ?? ''
