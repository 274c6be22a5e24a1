import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { readReceipt } from '@wayproof/survey/answers/receipt'
import { type AnswerView, showAnswer } from '@wayproof/survey/answers/show-answer'
import { showInvitation } from '@wayproof/survey/answers/show-invitation'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { html, Layout } from '../components/layout.tsx'
import { NewTabLink } from '../components/new-tab-link.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import { ContactLine } from '../components/trust-panel.tsx'
import type { Page } from '../http/page.ts'
import { pageCookie } from '../http/page-cookie.ts'
import { PATHS } from '../http/paths.ts'
import { requestLanguage, travelerPage } from '../http/request-page.ts'
import { linkNotice } from '../http/wrong-try.ts'
import { AnswerList } from '../receipt/answer-list.tsx'
import { copyPath } from '../receipt/copy-script.ts'
import { ReceiptLink } from '../receipt/receipt-link.tsx'
import { ContactForm, NOTHING_ASKED } from '../rights/contact-page.tsx'
import type { SurveyApp } from '../survey-app.ts'

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

/** @jsxRuntime automatic */
interface ThanksPage {
  readonly page: Page
  /** Null if the page is opened again after 5 minutes. */
  readonly receipt: string | null
  /** The answers to copy; null without a receipt, or if they were withdrawn or the survey closed since. */
  readonly copy: Pick<AnswerView, 'answer' | 'questionnaire'> | null
  /** The URL where the receipt is used. */
  readonly address: string
  /** Sent with the contact form. Created for this view of the page and never stored with the answer. */
  readonly formCode: string
}

/** Shown after an answer is on disk, with a separate form for travelers who want to be contacted. */
function thanksPage({ page, receipt, copy, address, formCode }: ThanksPage): string {
  const { thanks } = page.words
  const title = receipt === null ? thanks.again : thanks.title
  return html(
    <Layout page={page} title={title} languages={receipt === null ? 'link' : 'none'} hasFooterLinks={false}>
      <h1>{title}</h1>
      {receipt !== null && (
        <>
          <p>{thanks.receipt}</p>
          <p className="code" translate="no">
            {receipt}
          </p>
          <script src={copyPath(thanks.copyCode)} defer />
          <p>{thanks.keep}</p>
          <p>
            <SlotSentence sentence={thanks.use}>
              <NewTabLink page={page} href={`${PATHS.receipt}?lang=${page.linkLanguage}`}>
                {address}
              </NewTabLink>
            </SlotSentence>
          </p>
          <p className="soft">{thanks.after}</p>
        </>
      )}
      {receipt === null && (
        <>
          <p>{thanks.shown}</p>
          <p>
            <ReceiptLink page={page}>{page.words.receipts.link}</ReceiptLink>
          </p>
        </>
      )}
      {copy && (
        <>
          <h2>{thanks.copy}</h2>
          <p className="soft">{thanks.copyHint}</p>
          <AnswerList page={page} answer={copy.answer} questionnaire={copy.questionnaire} />
        </>
      )}
      <p className="soft">{thanks.done}</p>
      <ContactLine page={page} />
      <h2>{page.sentences.rights.enquiry.title}</h2>
      <ContactForm page={page} typedContact={NOTHING_ASKED} formCode={formCode} />
    </Layout>,
  )
}

const RECEIPT_COOKIE = 'receipt'

/** The cookie that carries a receipt code to the thanks page at `path`, so that the code appears in no URL. */
export const thanksCookie = (surveyUrl: string, path: string, receipt: string): string =>
  pageCookie(surveyUrl, RECEIPT_COOKIE, receipt, path)
