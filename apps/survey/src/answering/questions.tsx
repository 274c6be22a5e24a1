/** @jsxRuntime automatic */
import { fallbackLanguage, isOpenText, type Questionnaire, textIn, tickId } from '@wayproof/survey'
import { inLanguage } from '../components/in-language.ts'
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
    isOpenText(numbered.item) ? (
      <OpenQuestion key={numbered.id} page={page} numbered={numbered} item={numbered.item} answer={answer} />
    ) : (
      <Question
        key={numbered.id}
        page={page}
        questionnaire={questionnaire}
        numbered={numbered}
        answer={answer}
        triggerCode={triggerOf(numbered, allItems[allItems.indexOf(numbered) + 1])}
      />
    )
  return (
    <>
      <p className="soft gap">
        {page.words.requiredOnly(allItems.flatMap(({ required, number }) => (required && number ? [number] : [])))}
      </p>
      {groups.map(({ stem, id, items }) =>
        stem ? (
          <section className="m" aria-labelledby={id} key={id}>
            <h2 className="stem" id={id} {...inLanguage(fallbackLanguage(stem, page.locale))}>
              {textIn(stem, page.locale)}
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

/** The choice of a question that shows the next one. */
function triggerOf({ item }: NumberedItem, next: NumberedItem | undefined): string | null {
  if (!next?.shownBy) return null
  const { id, value } = next.shownBy
  if (item.type !== 'several') return value
  return item.options.find((option) => tickId(item, option) === id)?.value ?? null
}
