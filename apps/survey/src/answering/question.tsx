/** @jsxRuntime automatic */
import { optionsOf, type Questionnaire } from '@wayproof/survey'
import { Choices } from '../components/choices.tsx'
import { faultSentence } from '../components/fault-sentence.ts'
import { groupedItems, type NumberedItem, numberOf } from '../components/numbered-items.ts'
import { type TypedAnswer, typed } from '../components/typed-answer.ts'
import type { Page } from '../http/page.ts'

export interface QuestionProps {
  readonly page: Page
  readonly questionnaire: Questionnaire
  readonly asked: NumberedItem
  readonly answer: TypedAnswer
  /** The value that shows the next question. */
  readonly leadsOn: string | null
}

/** A question with its choices. */
export function Question({ page, questionnaire, asked, answer, leadsOn }: QuestionProps) {
  const { item, number, follows } = asked
  const fault = faultSentence(page.words, answer, item)
  return (
    <Choices
      id={item.id}
      legend={
        <>
          <span className="n">{number}</span> {item[page.locale]}
        </>
      }
      hint={conditionHint(page, questionnaire, asked)}
      fault={fault && page.words.errors.besideQuestion(fault)}
      options={optionsOf(questionnaire, item, page.locale)}
      chosen={typed(answer.fields, item.id)}
      leadsOn={leadsOn}
      follows={follows !== null}
    />
  )
}

/** Without JavaScript a conditional question is always visible, so it states its condition. */
function conditionHint({ words, locale }: Page, questionnaire: Questionnaire, { item }: NumberedItem): string | null {
  const [condition] = Object.entries(item.showIf ?? {})
  const before = questionnaire.items.find(({ id }) => id === condition?.[0])
  const option = before && optionsOf(questionnaire, before, locale).find(({ code }) => code === condition?.[1])
  const number = before && numberOf(groupedItems(questionnaire), before.id)
  return option && number ? words.onlyIf(option.label, number) : null
}
