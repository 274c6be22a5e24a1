/** @jsxRuntime automatic */

import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { day } from '@wayproof/messages/date-format'
import { ErrorSummary } from '../components/error-summary.tsx'
import { followedConditions } from '../components/followed-conditions.ts'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import { TrustPanel } from '../components/trust-panel.tsx'
import { isFaulty } from '../components/typed-answer.ts'
import type { Page } from '../http/page.ts'
import { autosavePath } from './autosave-script.ts'
import { DRAFT } from './form-purpose.ts'
import { Questions, type QuestionsProps } from './questions.tsx'

export interface AnswerPage extends QuestionsProps {
  readonly closesOn: CalendarDate
  readonly smallestGroup: number
  /** Sent with the form, so that a form posted twice is one answer. */
  readonly receipt: string
  /** Tag of the invitation's draft; null if it has none. */
  readonly draftTag: string | null
  /** True for a preview, which stores nothing. */
  readonly isPreview?: boolean
}

/** Renders the questionnaire. The form posts to its own URL, so the link does not appear in the page. */
export function answerPage({ closesOn, smallestGroup, receipt, draftTag, isPreview, ...form }: AnswerPage): string {
  const { page, questionnaire, answer } = form
  const { words, locale } = page
  const lead = words.lead(questionnaire.estimatedMinutes)
  const isPlain = questionnaire.items.every(({ type }) => type !== 'recommend')
  const isUsual = page.otherLanguages.length === 1 && !page.organisation?.sample && !isPreview
  const isLean = !isFaulty(answer) && isPlain && isUsual && followedConditions(questionnaire).count <= 1
  const prefix = isFaulty(answer) ? words.errors.titlePrefix : draftTag ? words.draft.titlePrefix : ''
  return html(
    <Layout page={page} title={`${prefix}${words.title}`} languages="form" hasFooterLinks={false} isLean={isLean}>
      {isPreview && <p className="sample">{words.preview}</p>}
      <h1>{words.title}</h1>
      {isFaulty(answer) && <ErrorSummary {...form} />}
      {draftTag && <DraftNotice page={page} closesOn={closesOn} />}
      {answer.draftResult && (
        <p className="trust" role="status">
          {words.draft[answer.draftResult]}
        </p>
      )}
      <TrustPanel page={page} closesOn={closesOn} smallestGroup={smallestGroup} lead={lead} />
      {!isPreview && <script src={autosavePath(words.autosave)} defer />}
      <form id={FORM_ID} method="post" action={`?lang=${locale}`} data-draft={draftTag ?? undefined}>
        <Questions {...form} />
        <ProgressBar page={page} isSaved={draftTag !== null} />
        <button className="go" type="submit">
          {words.submit}
        </button>
        <p className="hint">{words.afterSubmit}</p>
        <p>
          <button className="lang" name="draft" value="keep" type="submit">
            {words.draft.save}
          </button>
        </p>
        {/* Placed last, so that a page rendered once for everyone differs only near its end. */}
        <input type="hidden" name="receipt" value={receipt} />
      </form>
    </Layout>,
  )
}

/** @jsxRuntime automatic */
interface ProgressBarProps {
  readonly page: Page
  /** True if the form continues a saved draft. */
  readonly isSaved: boolean
}

/**
 * Stays at the lower edge of the window: how many of the questions that are shown have an answer, which the style counts,
 * and what is saved, which the script keeps up to date.
 */
function ProgressBar({ page: { words }, isSaved }: ProgressBarProps) {
  return (
    <div className="bar">
      <span className="k">{words.progress}</span>
      {isSaved && <span role="status">{words.draft.state}</span>}
    </div>
  )
}

/** @jsxRuntime automatic */
interface DraftNoticeProps {
  readonly page: Page
  /** The last day on which answers are accepted. */
  readonly closesOn: CalendarDate
}

/** Tells the traveler that a draft is saved, how and until when to continue, and how to delete it. */
function DraftNotice({ page: { words, locale }, closesOn }: DraftNoticeProps) {
  const { draft } = words
  return (
    <section className="trust" aria-labelledby="kept">
      <h2 id="kept">{draft.title}</h2>
      <p>{draft.text(day(closesOn, locale))}</p>
      <button className="lang" form={FORM_ID} type="submit" name="draft" value={DRAFT.askToDrop}>
        {draft.drop}
      </button>
    </section>
  )
}
