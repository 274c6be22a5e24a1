/** @jsxRuntime automatic */

import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { day } from '@wayproof/messages/date-format'
import type { Answer } from '@wayproof/survey/answers/answer'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'
import { AnswerList } from './answer-list.tsx'

export interface ShownAnswerPage {
  readonly page: Page
  readonly answer: Answer
  readonly questionnaire: Questionnaire
  readonly closesOn: CalendarDate
  readonly receipt: string
}

/** Shows a stored answer and its possible actions. The form contains the code; no URL does. */
export function shownAnswerPage({ page, answer, questionnaire, closesOn, receipt }: ShownAnswerPage): string {
  const { receipts } = page.words
  const to = (path: string) => `${path}?lang=${page.linkLanguage}`
  return html(
    <Layout page={page} title={receipts.shown} languages="form" path={PATHS.receipt}>
      <h1>{receipts.shown}</h1>
      <p className="soft">{receipts.until(day(closesOn, page.locale))}</p>
      <AnswerList page={page} answer={answer} questionnaire={questionnaire} />
      <form id={FORM_ID} method="post" action={to(PATHS.receipt)}>
        <input type="hidden" name="receipt" value={receipt} />
        <p>
          <button className="go" type="submit" formAction={to(PATHS.correct)}>
            {receipts.correct}
          </button>
        </p>
        <p>
          <button className="lang" type="submit" formAction={to(PATHS.withdraw)}>
            {receipts.withdraw}
          </button>
        </p>
      </form>
    </Layout>,
  )
}
