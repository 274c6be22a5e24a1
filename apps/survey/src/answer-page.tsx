/** @jsxRuntime automatic */
import type { CalendarDate } from '@wayproof/kernel'
import type { Questionnaire } from '@wayproof/survey'
import { ErrorSummary } from './error-summary.tsx'
import { FORM_ID, html, Layout } from './layout.tsx'
import { groupedItems, type NumberedItem } from './numbered-items.ts'
import { OpenQuestion } from './open-question.tsx'
import type { Page } from './page.ts'
import { Question } from './question.tsx'
import { TrustPanel } from './trust-panel.tsx'
import { isFaulty, type TypedAnswer } from './typed-answer.ts'

export interface AnswerPage {
  readonly page: Page
  readonly questionnaire: Questionnaire
  readonly closesOn: CalendarDate
  /** Goes with the form, so that the same form posted twice is one answer. */
  readonly receipt: string
  readonly answer: TypedAnswer
}

/** The questionnaire. The form posts to where it stands, so that the link is nowhere in the page. */
export function answerPage({ page, questionnaire, closesOn, receipt, answer }: AnswerPage): string {
  const { words, locale } = page
  const groups = groupedItems(questionnaire)
  const all = groups.flatMap(({ items }) => items)
  const faulty = isFaulty(answer)
  const question = (asked: NumberedItem) =>
    asked.item.type === 'text' ? (
      <OpenQuestion key={asked.item.id} page={page} item={asked.item} answer={answer} />
    ) : (
      <Question
        key={asked.item.id}
        page={page}
        questionnaire={questionnaire}
        asked={asked}
        answer={answer}
        leadsOn={all.find(({ follows }) => follows === asked.item.id)?.item.showIf?.[asked.item.id] ?? null}
      />
    )
  return html(
    <Layout page={page} title={faulty ? `${words.errors.titlePrefix}${words.title}` : words.title} languages="form">
      <h1>{words.title}</h1>
      <p className="soft">{words.lead(all.filter(({ number }) => number).length, questionnaire.estimatedMinutes)}</p>
      {faulty && <ErrorSummary page={page} questionnaire={questionnaire} answer={answer} />}
      <TrustPanel page={page} closesOn={closesOn} />
      <form id={FORM_ID} method="post" action={`?lang=${locale}`}>
        <input type="hidden" name="receipt" value={receipt} />
        <p className="soft gap">
          {words.requiredOnly(all.flatMap(({ item, number }) => (item.required && number ? [number] : [])))}
        </p>
        {groups.map(({ stem, items }) =>
          stem ? (
            <section aria-labelledby="stem" key="stem">
              <h2 className="stem" id="stem">
                {questionnaire.stem[locale]}
              </h2>
              {items.map(question)}
            </section>
          ) : (
            items.map(question)
          ),
        )}
        <button className="go" type="submit">
          {words.submit}
        </button>
        <p className="hint">{words.afterSubmit}</p>
      </form>
    </Layout>,
  )
}
