/** @jsxRuntime automatic */
import type { Questionnaire } from '@wayproof/survey'
import { groupedItems, type NumberedItem } from '../components/numbered-items.ts'
import type { TypedAnswer } from '../components/typed-answer.ts'
import type { Page } from '../http/page.ts'
import { OpenQuestion } from './open-question.tsx'
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
  const question = (numbered: NumberedItem) =>
    numbered.item.type === 'text' ? (
      <OpenQuestion key={numbered.item.id} page={page} item={numbered.item} answer={answer} />
    ) : (
      <Question
        key={numbered.item.id}
        page={page}
        questionnaire={questionnaire}
        numbered={numbered}
        answer={answer}
        triggerCode={
          allItems.find(({ dependsOn }) => dependsOn === numbered.item.id)?.item.showIf?.[numbered.item.id] ?? null
        }
      />
    )
  return (
    <>
      <p className="soft gap">
        {page.words.requiredOnly(allItems.flatMap(({ item, number }) => (item.required && number ? [number] : [])))}
      </p>
      {groups.map(({ hasStem, items }) =>
        hasStem ? (
          <section aria-labelledby="stem" key="stem">
            <h2 className="stem" id="stem">
              {questionnaire.stem[page.locale]}
            </h2>
            {items.map(question)}
          </section>
        ) : (
          items.map(question)
        ),
      )}
    </>
  )
}
