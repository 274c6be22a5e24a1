import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { readReceipt } from '@wayproof/survey/answers/receipt'
import { showAnswer } from '@wayproof/survey/answers/show-answer'
import { showInvitation } from '@wayproof/survey/answers/show-invitation'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { PATHS } from '../http/paths.ts'
import { requestLanguage, travelerPage } from '../http/request-page.ts'
import { linkNotice } from '../http/wrong-try.ts'
import type { SurveyApp } from '../survey-app.ts'
import { RECEIPT_COOKIE } from './thanks-cookie.ts'
import { thanksPage } from './thanks-page.tsx'

/**
 * The receipt code exists only in the cookie set on submission, for 5 minutes: not in the URL and not on the server.
 * Later, a used link still shows the thanks without a code; any other link gets no thanks page.
 */
export async function getThanks(app: SurveyApp, c: Context<object, '/s/:token/thanks'>): Promise<Response> {
  const receipt = readReceipt(getCookie(c, RECEIPT_COOKIE) ?? '')
  if (receipt === null) {
    const invitation = await showInvitation(app.survey, { token: c.req.param('token') })
    if (invitation.ok)
      return c.redirect(`${c.req.path.replace(/\/thanks$/, '')}?lang=${await requestLanguage(app, c.req)}`, 303)
    if (invitation.fault.code !== 'link-used') return linkNotice(app, c, invitation.fault.code)
  }
  const formCode = newSecretCode(app.rights.tokens)
  const copy = receipt === null ? null : await showAnswer(app.survey, { receipt })
  const address = `${app.surveyUrl}${PATHS.receipt}`
  return c.html(
    thanksPage({
      page: await travelerPage(app, c.req),
      receipt,
      copy: copy?.ok ? copy.value : null,
      address,
      formCode,
    }),
  )
}
