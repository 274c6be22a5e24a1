/** @jsxRuntime automatic */

import { Questions, type QuestionsProps } from '../answering/questions.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import { isFaulty } from '../components/typed-answer.ts'
import { PATHS } from '../http/paths.ts'

/** The questionnaire filled with the stored answer, for changes. */
export function correctPage(form: QuestionsProps, receipt: string): string {
  const { page } = form
  const { errors, receipts } = page.words
  const hasFaults = isFaulty(form.answer)
  const title = hasFaults ? `${errors.titlePrefix}${receipts.correctTitle}` : receipts.correctTitle
  return html(
    <Layout page={page} title={title} languages="form" path={PATHS.correct}>
      <h1>{receipts.correctTitle}</h1>
      <p className="soft">{receipts.correctText}</p>
      {hasFaults && <ErrorSummary {...form} />}
      <form id={FORM_ID} method="post" action={`${PATHS.correction}?lang=${page.linkLanguage}`}>
        <input type="hidden" name="receipt" value={receipt} />
        <Questions {...form} />
        <button className="go" type="submit">
          {receipts.correctButton}
        </button>
      </form>
    </Layout>,
  )
}
