import { AUTOSAVE } from './autosave-script.ts'
/** @jsxRuntime automatic */

import { codedItems } from '@wayproof/forms/questionnaire/coded-items'
import { isOpenText, type Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { day } from '@wayproof/messages/date-format'
import type { ContinuedDraft } from '@wayproof/survey/answers/draft'
import { ErrorSummary } from '../components/error-summary.tsx'
import { followedConditions } from '../components/followed-conditions.ts'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import { TrustPanel } from '../components/trust-panel.tsx'
import { isFaulty, type TypedAnswer, typedText } from '../components/typed-answer.ts'
import type { Page } from '../http/page.ts'
import { autosavePath } from './autosave-script.ts'
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

/** @jsxRuntime automatic */
/**
 * Asks for confirmation before a draft is deleted. The form includes the typed fields, so that nothing is lost on
 * cancel.
 */
export function dropPage(page: Page, questionnaire: Questionnaire, fields: TypedAnswer['fields']): string {
  const { dropTitle, dropText, dropButton, dropKeep } = page.words.draft
  const questions = [...codedItems(questionnaire), ...questionnaire.items.filter(isOpenText)]
  const names = ['receipt', ...questions.map(({ id }) => id)].filter((name) => typedText(fields, name) !== '')
  return html(
    <Layout page={page} title={dropTitle} languages="form" hasFooterLinks={false}>
      <h1>{dropTitle}</h1>
      <p>{dropText}</p>
      <form id={FORM_ID} method="post" action={`?lang=${page.linkLanguage}`}>
        {names.map((name) => (
          <input key={name} type="hidden" name={name} value={typedText(fields, name)} />
        ))}
        {/* For the language button; of repeated names the last one counts, which is the button below. */}
        <input type="hidden" name="draft" value={DRAFT.askToDrop} />
        <p>
          <button className="go" type="submit" name="draft" value={DRAFT.drop}>
            {dropButton}
          </button>
        </p>
        <p>
          <button className="lang" type="submit" name="draft" value={DRAFT.back}>
            {dropKeep}
          </button>
        </p>
      </form>
    </Layout>,
  )
}

/**
 * Purpose of a posted questionnaire: submit, save as draft (also by the script while the traveler types), show again
 * (also in the other language), or delete the draft, first asking for confirmation.
 */
type FormPurpose = 'send' | 'keep' | 'autosave' | 'show' | 'ask-to-drop' | 'drop'

/** Determined by the button pressed; the submit button has no name. */
export function purposeOf({ lang, draft }: Readonly<Record<string, string>>): FormPurpose {
  if (draft === DRAFT.askToDrop) return 'ask-to-drop'
  if (draft?.startsWith(AUTOSAVE)) return 'autosave'
  if (lang !== undefined || draft === DRAFT.back) return 'show'
  if (draft === undefined) return 'send'
  return draft === DRAFT.drop ? 'drop' : 'keep'
}

/** Values of the `draft` buttons; any other value saves the draft. */
const DRAFT = { askToDrop: 'ask', drop: 'drop', back: 'back' } as const

const AUTOSAVED = /^auto:([a-z0-9]{1,10}):([0-9a-f]{16})?$/

/** The page and the tag of an autosave; null if the value has another form. */
export function readAutosave(draft: string): ContinuedDraft | null {
  const [, page, tag = null] = AUTOSAVED.exec(draft) ?? []
  return page === undefined ? null : { page, tag }
}
