/** @jsxRuntime automatic */
import { optionsOf, type Questionnaire } from '@wayproof/survey'
import { Choices } from '../components/choices.tsx'
import { faultSentence } from '../components/fault-sentence.ts'
import { groupedItems, type NumberedItem, numberOf } from '../components/numbered-items.ts'
import { type TypedAnswer, typedText } from '../components/typed-answer.ts'
import type { Page } from '../http/page.ts'

export interface QuestionProps {
  readonly page: Page
  readonly questionnaire: Questionnaire
  readonly numbered: NumberedItem
  readonly answer: TypedAnswer
  /** The value that shows the next question. */
  readonly triggerCode: string | null
}

export function Question({ page, questionnaire, numbered, answer, triggerCode }: QuestionProps) {
  const { item, number, dependsOn } = numbered
  const fault = faultSentence(page.words, answer, item)
  return (
    <Choices
      id={item.id}
      legend={
        <>
          <span className="n">{number}</span> {item[page.locale]}
        </>
      }
      hint={conditionHint(page, questionnaire, numbered)}
      fault={fault && page.words.errors.besideQuestion(fault)}
      options={optionsOf(questionnaire, item, page.locale)}
      selected={typedText(answer.fields, item.id)}
      triggerCode={triggerCode}
      isDependent={dependsOn !== null}
    />
  )
}

/** Without JavaScript a conditional question is always visible, so it states its condition. */
function conditionHint({ words, locale }: Page, questionnaire: Questionnaire, { item }: NumberedItem): string | null {
  const [condition] = Object.entries(item.showIf ?? {})
  const previousItem = questionnaire.items.find(({ id }) => id === condition?.[0])
  const option =
    previousItem && optionsOf(questionnaire, previousItem, locale).find(({ code }) => code === condition?.[1])
  const number = previousItem && numberOf(groupedItems(questionnaire), previousItem.id)
  return option && number ? words.onlyIf(option.label, number) : null
}
