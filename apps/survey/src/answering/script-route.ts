import { LOCALES } from '@wayproof/kernel/people/locale'
import type { Context } from 'hono'
import { pageIn } from '../http/page-in-language.ts'
import { copyPath, copyScript } from '../receipt/copy-script.ts'
import type { SurveyApp } from '../survey-app.ts'
import { autosavePath, autosaveScript } from './autosave-script.ts'

const A_WEEK = 7 * 24 * 60 * 60

/** The script of the questionnaire or of the thanks. Its address changes with its text, so that it may stay in the browser. */
export async function getScript(app: SurveyApp, c: Context): Promise<Response> {
  const addedLanguages = await app.languages()
  const words = [...LOCALES, ...addedLanguages.keys()].map((language) => pageIn(language, addedLanguages, null).words)
  const saves = words.find(({ autosave }) => autosavePath(autosave) === c.req.path)
  const copies = words.find(({ thanks }) => copyPath(thanks.copyCode) === c.req.path)
  const script = saves ? autosaveScript(saves.autosave) : copies ? copyScript(copies.thanks.copyCode) : null
  if (script === null) return c.body(null, 404)
  const headers = { 'Content-Type': 'text/javascript; charset=UTF-8', 'Cache-Control': `public, max-age=${A_WEEK}` }
  return c.body(script, 200, headers)
}
