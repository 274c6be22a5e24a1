import { generateCookie } from 'hono/cookie'

/** Enough time to write a code down, return to it and reload its page. */
const SECONDS = 300

/** A cookie restricted to the page at `path`, which expires in 5 minutes. */
export function pageCookie(surveyUrl: string, name: string, value: string, path: string): string {
  const isSecure = surveyUrl.startsWith('https:')
  return generateCookie(name, value, { path, maxAge: SECONDS, httpOnly: true, sameSite: 'Lax', secure: isSecure })
}
