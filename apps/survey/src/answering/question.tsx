/** @jsxRuntime automatic */

import { optionsOf } from '@wayproof/forms/questionnaire/asked-options'
import { codedItem, tickId, YES } from '@wayproof/forms/questionnaire/coded-items'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { fallbackLanguage, textIn } from '@wayproof/forms/questionnaire/survey-text'
import { Choices } from '../components/choices.tsx'
import { faultSentence } from '../components/fault-sentence.ts'
import type { FollowedConditions } from '../components/followed-conditions.ts'
import { groupedItems, type NumberedItem, numberOf } from '../components/numbered-items.ts'
import { type TypedAnswer, typedText } from '../components/typed-answer.ts'
import type { Page } from '../http/page.ts'

export interface QuestionProps {
  readonly page: Page
  readonly questionnaire: Questionnaire
  readonly numbered: NumberedItem
  readonly answer: TypedAnswer
  readonly conditions: FollowedConditions
}

export function Question({ page, questionnaire, numbered, answer, conditions }: QuestionProps) {
  const { id, item, number } = numbered
  const { words, locale } = page
  const fault = faultSentence(page, answer, numbered)
  const options = optionsOf(questionnaire, item, locale, words.fixed)
  const fieldOf = item.type === 'several' ? (value: string) => tickId(item, { value }) : null
  return (
    <Choices
      id={id}
      legend={
        <>
          <span className="n">{number}</span> {textIn(numbered, locale)}
        </>
      }
      legendLanguage={fallbackLanguage(numbered, locale)}
      hint={
        [conditionHint(page, questionnaire, numbered), choiceHint(page, numbered)].filter(Boolean).join(' ') || null
      }
      fault={fault && words.errors.besideQuestion(fault)}
      options={options}
      selected={
        fieldOf
          ? options.map(({ code }) => code).filter((code) => typedText(answer.fields, fieldOf(code)) === 'yes')
          : typedText(answer.fields, id)
      }
      fieldOf={fieldOf}
      leadClass={(code) => (fieldOf ? conditions.leadClass(fieldOf(code), YES) : conditions.leadClass(id, code))}
      dependentClass={conditions.dependentClass(item)}
      layout={item.type === 'recommend' ? 's r' : item.type === 'scale' || item.type === 'matrix' ? 's' : null}
    />
  )
}

/** How to choose: how many, or what the ends of the scale mean. */
function choiceHint({ words, locale }: Page, { item }: NumberedItem): string | null {
  if (item.type === 'several') return item.maxChosen === undefined ? words.chooseAny : words.chooseUpTo(item.maxChosen)
  if (item.type !== 'recommend' || !item.ends) return null
  return words.ends(textIn(item.ends.lowest, locale), textIn(item.ends.highest, locale))
}

/** A conditional question is visible in an old browser, and where a condition is not followed, so it states its condition. */
function conditionHint({ words, locale }: Page, questionnaire: Questionnaire, { item }: NumberedItem): string | null {
  const [condition] = Object.entries(item.showIf ?? {})
  const question = condition && codedItem(questionnaire, condition[0])
  if (!question) return null
  const number = numberOf(groupedItems(questionnaire), question.kind === 'tick' ? question.item.id : question.id)
  if (question.kind === 'tick')
    return number
      ? words[condition[1] === 'yes' ? 'onlyIf' : 'onlyIfNot'](textIn(question.option, locale), number)
      : null
  const option = optionsOf(questionnaire, question.item, locale, words.fixed).find(({ code }) => code === condition[1])
  return option && number ? words.onlyIf(option.label, number) : null
}
