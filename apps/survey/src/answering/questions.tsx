/** @jsxRuntime automatic */

import { isOpenText, type Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { fallbackLanguage, textIn } from '@wayproof/forms/questionnaire/survey-text'
import { Fragment } from 'react'
import { followedConditions } from '../components/followed-conditions.ts'
import { inLanguage } from '../components/in-language.ts'
import { groupedItems, type NumberedItem } from '../components/numbered-items.ts'
import type { TypedAnswer } from '../components/typed-answer.ts'
import type { Page } from '../http/page.ts'
import { OpenQuestion } from './open-question.tsx'
import { PreselectionNotice } from './preselection-notice.tsx'
import { Question } from './question.tsx'

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
