/** @jsxRuntime automatic */
import { ErrorSummary } from './error-summary.tsx'
import { FORM_ID, html, Layout } from './layout.tsx'
import { PATHS } from './paths.ts'
import { Questions, type QuestionsProps } from './questions.tsx'
import { isFaulty } from './typed-answer.ts'

/** The questionnaire as it was answered, to be changed. */
export function correctPage(form: QuestionsProps, receipt: string): string {
  const { page } = form
  const { errors, receipts } = page.words
  const faulty = isFaulty(form.answer)
  const title = faulty ? `${errors.titlePrefix}${receipts.correctTitle}` : receipts.correctTitle
  return html(
    <Layout page={page} title={title} languages="form" path={PATHS.correct}>
      <h1>{receipts.correctTitle}</h1>
      <p className="soft">{receipts.correctText}</p>
      {faulty && <ErrorSummary {...form} />}
      <form id={FORM_ID} method="post" action={`${PATHS.correction}?lang=${page.locale}`}>
        <input type="hidden" name="receipt" value={receipt} />
        <Questions {...form} />
        <button className="go" type="submit">
          {receipts.correctButton}
        </button>
      </form>
    </Layout>,
  )
}
