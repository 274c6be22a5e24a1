/** @jsxRuntime automatic */

import { optionsOf } from '@wayproof/forms/questionnaire/asked-options'
import { codedItem, tickId, YES } from '@wayproof/forms/questionnaire/coded-items'
import { firstQuestion } from '@wayproof/forms/questionnaire/first-question'
import { isOpenText, type Questionnaire, type TextItem } from '@wayproof/forms/questionnaire/questionnaire'
import { fallbackLanguage, textIn } from '@wayproof/forms/questionnaire/survey-text'
import { PRESELECTED, type Preselection } from '@wayproof/survey/links/preselection'
import { Fragment } from 'react'
import { Choices } from '../components/choices.tsx'
import { faultSentence } from '../components/error-summary.tsx'
import { type FollowedConditions, followedConditions } from '../components/followed-conditions.ts'
import { inLanguage, TextField } from '../components/line-field.tsx'
import { groupedItems, type NumberedItem, numberOf } from '../components/numbered-items.ts'
import { type TypedAnswer, typedText } from '../components/typed-answer.ts'
import type { Page } from '../http/page.ts'

export interface QuestionsProps {
  readonly page: Page
  readonly questionnaire: Questionnaire
  readonly answer: TypedAnswer
}

/** All questions of a form, grouped under their common stems. */
export function Questions({ page, questionnaire, answer }: QuestionsProps) {
  const groups = groupedItems(questionnaire)
  const allItems = groups.flatMap(({ items }) => items)
  const conditions = followedConditions(questionnaire)
  const question = (numbered: NumberedItem) =>
    isOpenText(numbered.item) ? (
      <OpenQuestion
        key={numbered.id}
        page={page}
        numbered={numbered}
        item={numbered.item}
        answer={answer}
        dependentClass={conditions.dependentClass(numbered.item)}
      />
    ) : (
      <Fragment key={numbered.id}>
        <Question {...{ page, questionnaire, numbered, answer, conditions }} />
        {answer.preselected?.item === numbered.id && (
          <PreselectionNotice page={page} questionnaire={questionnaire} preselected={answer.preselected} />
        )}
      </Fragment>
    )
  return (
    <>
      <p>{page.words.requiredOnly(allItems.flatMap(({ required, number }) => (required && number ? [number] : [])))}</p>
      {groups.map((group) => {
        const { stem, id, items } = group
        if (!stem) return items.map(question)
        return (
          <section
            className={['m', conditions.sectionClass(group)].filter(Boolean).join(' ')}
            aria-labelledby={id}
            key={id}
          >
            <h2 className="stem" id={id} {...inLanguage(fallbackLanguage(stem, page.locale))}>
              {textIn(stem, page.locale)}
            </h2>
            {items.map(question)}
          </section>
        )
      })}
    </>
  )
}

/** @jsxRuntime automatic */
interface PreselectionNoticeProps {
  readonly page: Page
  readonly questionnaire: Questionnaire
  readonly preselected: Preselection
}

/** Stands after the first question, names the option that the link in the letter selected, and says that it can be changed. */
function PreselectionNotice({ page: { words, locale }, questionnaire, preselected }: PreselectionNoticeProps) {
  const options = firstQuestion(questionnaire)?.options(locale, words.fixed) ?? []
  const option = options.find(({ code }) => code === preselected.value)
  return (
    option && (
      // biome-ignore lint/a11y/noAutofocus: the link of an option continues below the question that it answered.
      <p className="trust" id={PRESELECTED} role="status" tabIndex={-1} autoFocus>
        {words.chosenInEmail(option.label)}
      </p>
    )
  )
}

/** @jsxRuntime automatic */
interface OpenQuestionProps {
  readonly page: Page
  readonly numbered: NumberedItem
  readonly item: TextItem
  readonly answer: TypedAnswer
  readonly dependentClass: string | null
}

function OpenQuestion({ page, numbered, item, answer, dependentClass }: OpenQuestionProps) {
  const { locale, words } = page
  const fault = faultSentence(page, answer, numbered)
  return (
    <TextField
      id={item.id}
      label={textIn(item, locale)}
      labelLanguage={fallbackLanguage(item, locale)}
      hint={
        <>
          {!item.required && <>{words.optional} · </>}
          {words.longest(item.maxLength)}
        </>
      }
      fault={fault && words.errors.besideQuestion(fault)}
      maxLength={item.maxLength}
      rows={item.type === 'short' ? 1 : 4}
      value={typedText(answer.fields, item.id)}
      dependentClass={dependentClass}
    />
  )
}

/** @jsxRuntime automatic */
interface QuestionProps {
  readonly page: Page
  readonly questionnaire: Questionnaire
  readonly numbered: NumberedItem
  readonly answer: TypedAnswer
  readonly conditions: FollowedConditions
}

function Question({ page, questionnaire, numbered, answer, conditions }: QuestionProps) {
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
