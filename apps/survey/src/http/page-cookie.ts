import { generateCookie } from 'hono/cookie'

/** Long enough to write a code down, to come back to it and to load its page again. */
const SECONDS = 300

/** A cookie that only the page at `path` gets, and that is gone in five minutes. */
export function pageCookie(surveyUrl: string, name: string, value: string, path: string): string {
  const secure = surveyUrl.startsWith('https:')
  return generateCookie(name, value, { path, maxAge: SECONDS, httpOnly: true, sameSite: 'Lax', secure })
}
