/** @jsxRuntime automatic */

import { optionsOf } from '@wayproof/forms/questionnaire/asked-options'
import { tickId } from '@wayproof/forms/questionnaire/coded-items'
import { isOpenText, type Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { fallbackLanguage, textIn } from '@wayproof/forms/questionnaire/survey-text'
import { type Answer, showsItem } from '@wayproof/survey/answers/answer'
import { inLanguage } from '../components/line-field.tsx'
import { groupedItems, type NumberedItem } from '../components/numbered-items.ts'
import type { Page } from '../http/page.ts'

interface AnswerListProps {
  readonly page: Page
  readonly answer: Answer
  readonly questionnaire: Questionnaire
}

/** Every question that the answer shows, with what was chosen or written. */
export function AnswerList({ page, answer, questionnaire }: AnswerListProps) {
  const allItems = groupedItems(questionnaire).flatMap(({ items }) => items)
  const shownItems = allItems.filter(({ item }) => showsItem(questionnaire, answer.values, item))
  const list = (labels: readonly string[]) => new Intl.ListFormat(page.locale, { style: 'narrow' }).format(labels)
  const answerText = ({ id, item }: NumberedItem) => {
    if (isOpenText(item)) return answer.comment
    const isChosen = (code: string) =>
      item.type === 'several' ? answer.values[tickId(item, { value: code })] === 'yes' : answer.values[id] === code
    const chosen = optionsOf(questionnaire, item, page.locale, page.words.fixed).filter(({ code }) => isChosen(code))
    return chosen.length > 0 ? list(chosen.map(({ label }) => label)) : null
  }
  return (
    <dl className="told">
      {shownItems.map((shownItem) => (
        <div key={shownItem.id}>
          <dt {...inLanguage(fallbackLanguage(shownItem, page.locale))}>
            {shownItem.number} {textIn(shownItem, page.locale)}
          </dt>
          <dd>{answerText(shownItem) ?? <span className="soft">{page.words.receipts.blank}</span>}</dd>
        </div>
      ))}
    </dl>
  )
}
