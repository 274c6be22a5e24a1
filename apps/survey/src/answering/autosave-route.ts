import { LOCALES } from '@wayproof/kernel'
import type { Context } from 'hono'
import { autosavePath, autosaveScript } from './autosave-script.ts'

const A_WEEK = 7 * 24 * 60 * 60

/** The script of the questionnaire. Its address changes with its text, so that it may stay in the browser. */
export function getAutosave(c: Context): Response {
  const locale = LOCALES.find((candidate) => autosavePath(candidate) === c.req.path)
  if (!locale) return c.body(null, 404)
  const headers = { 'Content-Type': 'text/javascript; charset=UTF-8', 'Cache-Control': `public, max-age=${A_WEEK}` }
  return c.body(autosaveScript(locale), 200, headers)
}
