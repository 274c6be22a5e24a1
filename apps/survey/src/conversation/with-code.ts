import { readSecretCode } from '@wayproof/kernel/secrets/secret-code'
import type { Context } from 'hono'
import { readOurForm } from '../http/read-our-form.ts'
import { notice } from '../http/request-page.ts'
import type { SurveyApp } from '../survey-app.ts'

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
