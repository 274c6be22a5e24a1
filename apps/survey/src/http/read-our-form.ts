import { fail, type Outcome } from '@wayproof/kernel/outcome'
import type { Context } from 'hono'
import type { SurveyApp } from '../survey-app.ts'
import { mayBeOurForm } from './form-origin.ts'
import { type FormFault, readForm } from './read-form.ts'

type OurFormFault = FormFault | { readonly code: 'foreign-form' }

/** The fields of a form that may come from one of our pages. */
export async function readOurForm(
  app: SurveyApp,
  c: Context,
): Promise<Outcome<Readonly<Record<string, string>>, OurFormFault>> {
  const form = await readForm(c.req.raw)
  return mayBeOurForm(c.req, app.surveyUrl) ? form : fail('foreign-form')
}
