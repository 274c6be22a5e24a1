/** @jsxRuntime automatic */
import type { AnswerView } from '@wayproof/survey/answers/show-answer'
import { html, Layout } from '../components/layout.tsx'
import { NewTabLink } from '../components/new-tab-link.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import { ContactLine } from '../components/trust-panel.tsx'
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { AnswerList } from '../receipt/answer-list.tsx'
import { copyPath } from '../receipt/copy-script.ts'
import { ReceiptLink } from '../receipt/receipt-link.tsx'
import { ContactForm } from '../rights/contact-form.tsx'
import { NOTHING_ASKED } from '../rights/typed-contact.ts'

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
export function thanksPage({ page, receipt, copy, address, formCode }: ThanksPage): string {
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
