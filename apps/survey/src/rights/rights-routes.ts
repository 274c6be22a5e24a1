import { openCase } from '@wayproof/evidence/rights/open-case'
import { showOwnCase } from '@wayproof/evidence/rights/show-case'
import { newSecretCode, readSecretCode } from '@wayproof/kernel/secrets/secret-code'
import type { Context } from 'hono'
import { codeOfCookie, toCodePage } from '../conversation/code-cookie.ts'
import { PATHS } from '../http/paths.ts'
import { tooManyPosts } from '../http/posted-form.ts'
import { readOurForm } from '../http/read-our-form.ts'
import { notice, requestLanguage, requestLocale, requestPage } from '../http/request-page.ts'
import type { SurveyApp } from '../survey-app.ts'
import { rightsPage } from './rights-page.tsx'
import { sentPage } from './sent-page.tsx'
import { isRead, readRequest, type TypedRequest } from './typed-request.ts'

const COOKIE = { name: 'case', path: PATHS.rightsSent }

export async function getRights(app: SurveyApp, c: Context): Promise<Response> {
  return c.html(rightsPage(await requestPage(app, c.req), { fields: {}, faults: {} }, newSecretCode(app.rights.tokens)))
}

/** Stores a request, or shows the form again with all input. */
export async function postRights(app: SurveyApp, c: Context): Promise<Response> {
  const form = await readOurForm(app, c)
  if (!form.ok) return notice(app, c, form.fault.code)
  const fields = form.value
  const formCode = readSecretCode(fields.form ?? '') ?? newSecretCode(app.rights.tokens)
  const showAgain = async (faults: TypedRequest['faults'], status: 200 | 422) =>
    c.html(rightsPage(await requestPage(app, c.req), { fields, faults }, formCode), status)
  // The language button only requests the form in the other language.
  if (fields.lang !== undefined) return showAgain({}, 200)
  const request = readRequest(fields)
  if (!isRead(request)) return showAgain(request, 422)
  const wait = await tooManyPosts(app, c, 'requests')
  if (wait) return wait
  const opening = await openCase(app.rights, { ...request, formCode, locale: requestLocale(app, c.req) })
  return opening.ok ? toSent(app, c, opening.value.caseCode) : showAgain({ text: 'required' }, 422)
}

/** Redirects to the page that shows the case code. */
export const toSent = (app: SurveyApp, c: Context, caseCode: string): Promise<Response> =>
  toCodePage(app, c, COOKIE, caseCode)

/** Shows the case code. Without the cookie, or after it has expired, the page asks for the code. */
export async function getSent(app: SurveyApp, c: Context): Promise<Response> {
  const caseCode = codeOfCookie(c, COOKIE)
  const ownCase = await showOwnCase(app.rights, { caseCode })
  if (!ownCase.ok) return c.redirect(`${PATHS.rightsCase}?lang=${await requestLanguage(app, c.req)}`, 303)
  const address = `${app.surveyUrl}${PATHS.rightsCase}`
  return c.html(sentPage({ page: await requestPage(app, c.req), sentCase: ownCase.value.case, caseCode, address }))
}
