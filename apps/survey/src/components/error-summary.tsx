/** @jsxRuntime automatic */
import type { Questionnaire } from '@wayproof/survey'
import type { Page } from '../http/page.ts'
import { ErrorList } from './error-list.tsx'
import { faultSentence } from './fault-sentence.ts'
import { groupedItems, numberOf } from './numbered-items.ts'
import type { TypedAnswer } from './typed-answer.ts'

interface ErrorSummaryProps {
  readonly page: Page
  readonly questionnaire: Questionnaire
  readonly answer: TypedAnswer
}

/** Lists all errors of the questionnaire at the top; each links to its question. */
export function ErrorSummary({ page: { words }, questionnaire, answer }: ErrorSummaryProps) {
  const { errors } = words
  const groups = groupedItems(questionnaire)
  const faultyItems = questionnaire.items.filter(({ id }) => Object.hasOwn(answer.faults, id))
  const hasUnknownItem = Object.values(answer.faults).some((fault) => fault === 'unknown-item')
  return (
    <ErrorList heading={errors.heading}>
      {faultyItems.map((item) => (
        <li key={item.id}>
          <a href={`#${item.id}`}>
            {errors.inSummary(numberOf(groups, item.id))}
            {errors.colon}
            {faultSentence(words, answer, item)}
          </a>
        </li>
      ))}
      {hasUnknownItem && <li>{errors.unknown}</li>}
      {answer.isReceiptLost && <li>{errors.receipt}</li>}
    </ErrorList>
  )
}
