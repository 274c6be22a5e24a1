/** @jsxRuntime automatic */
import type { CalendarDate } from '@wayproof/kernel'
import { day } from '@wayproof/messages'
import { type Answer, isOpenText, optionsOf, type Questionnaire, showsItem, tickId } from '@wayproof/survey'
import { FORM_ID, html, Layout } from '../components/layout.tsx'
import { groupedItems, type NumberedItem } from '../components/numbered-items.ts'
import type { Page } from '../http/page.ts'
import { PATHS } from '../http/paths.ts'

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
  const allItems = groupedItems(questionnaire).flatMap(({ items }) => items)
  const shownItems = allItems.filter(({ item }) => showsItem(questionnaire, answer.values, item))
  const answerText = ({ id, item }: NumberedItem) => {
    if (isOpenText(item)) return answer.comment
    const isChosen = (code: string) =>
      item.type === 'several' ? answer.values[tickId(item, { value: code })] === 'yes' : answer.values[id] === code
    const chosen = optionsOf(questionnaire, item, page.locale, page.words.fixed).filter(({ code }) => isChosen(code))
    return chosen.length > 0 ? list(chosen.map(({ label }) => label)) : null
  }
  const list = (labels: readonly string[]) => new Intl.ListFormat(page.locale, { style: 'narrow' }).format(labels)
  const to = (path: string) => `${path}?lang=${page.locale}`
  return html(
    <Layout page={page} title={receipts.shown} languages="form" path={PATHS.receipt}>
      <h1>{receipts.shown}</h1>
      <p className="soft">{receipts.until(day(closesOn, page.locale))}</p>
      <dl className="told">
        {shownItems.map((shownItem) => (
          <div key={shownItem.id}>
            <dt>
              {shownItem.number} {shownItem[page.locale]}
            </dt>
            <dd>{answerText(shownItem) ?? <span className="soft">{receipts.blank}</span>}</dd>
          </div>
        ))}
      </dl>
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
