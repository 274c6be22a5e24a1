import { openCase } from '@wayproof/evidence/rights/open-case'
import { newSecretCode, readSecretCode } from '@wayproof/kernel/secrets/secret-code'
import type { Context } from 'hono'
import { tooManyPosts } from '../http/posted-form.ts'
import { readOurForm } from '../http/read-our-form.ts'
import { notice, requestLocale, travelerPage } from '../http/request-page.ts'
import type { SurveyApp } from '../survey-app.ts'
import { contactPage } from './contact-page.tsx'
import { toSent } from './rights-routes.ts'
import { NOTHING_ASKED, readContact, type TypedContact } from './typed-contact.ts'

export async function getContact(app: SurveyApp, c: Context): Promise<Response> {
  return c.html(contactPage(await travelerPage(app, c.req), NOTHING_ASKED, newSecretCode(app.rights.tokens)))
}

/** Opens a contact case, or shows the form again with all input. */
export async function postContact(app: SurveyApp, c: Context): Promise<Response> {
  const form = await readOurForm(app, c)
  if (!form.ok) return notice(app, c, form.fault.code)
  const fields = form.value
  const formCode = readSecretCode(fields.form ?? '') ?? newSecretCode(app.rights.tokens)
  const showAgain = async (faults: TypedContact['faults'], status: 200 | 422) =>
    c.html(contactPage(await travelerPage(app, c.req), { fields, faults }, formCode), status)
  // The language button only requests the form in the other language.
  if (fields.lang !== undefined) return showAgain({}, 200)
  const contact = readContact(fields)
  if (!('contact' in contact)) return showAgain(contact, 422)
  const wait = await tooManyPosts(app, c, 'requests')
  if (wait) return wait
  const locale = requestLocale(app, c.req)
  const opening = await openCase(app.rights, { ...contact, kind: 'enquiry', regime: null, formCode, locale })
  return opening.ok ? toSent(app, c, opening.value.caseCode) : showAgain({ text: 'required' }, 422)
}
