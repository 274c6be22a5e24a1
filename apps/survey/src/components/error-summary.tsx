/** @jsxRuntime automatic */
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { Page } from '../http/page.ts'
import { ErrorList } from './error-list.tsx'
import { faultSentence } from './fault-sentence.ts'
import { groupedItems } from './numbered-items.ts'
import type { TypedAnswer } from './typed-answer.ts'

interface ErrorSummaryProps {
  readonly page: Page
  readonly questionnaire: Questionnaire
  readonly answer: TypedAnswer
}

/** Lists all errors of the questionnaire at the top; each links to its question. */
export function ErrorSummary({ page, questionnaire, answer }: ErrorSummaryProps) {
  const { errors } = page.words
  const allItems = groupedItems(questionnaire).flatMap(({ items }) => items)
  const faultyItems = allItems.filter(({ id }) => Object.hasOwn(answer.faults, id))
  const hasUnknownItem = Object.values(answer.faults).some((fault) => fault === 'unknown-item')
  return (
    <ErrorList heading={errors.heading}>
      {faultyItems.map((faultyItem) => (
        <li key={faultyItem.id}>
          <a href={`#${faultyItem.id}`}>
            {errors.inSummary(faultyItem.number)}
            {errors.colon}
            {faultSentence(page, answer, faultyItem)}
          </a>
        </li>
      ))}
      {hasUnknownItem && <li>{errors.unknown}</li>}
      {answer.isReceiptLost && <li>{errors.receipt}</li>}
    </ErrorList>
  )
}
