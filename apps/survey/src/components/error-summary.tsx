/** @jsxRuntime automatic */

import { tickId } from '@wayproof/forms/questionnaire/coded-items'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { textIn } from '@wayproof/forms/questionnaire/survey-text'
import type { ReactNode } from 'react'
import type { Page } from '../http/page.ts'
import { groupedItems, type NumberedItem } from './numbered-items.ts'
import { lengthOf, type TypedAnswer, typedText } from './typed-answer.ts'

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

/** @jsxRuntime automatic */
/** Lists all errors of a form at the top; each line links to its field. */
export function ErrorList({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noAutofocus: after an error the reader has to land here, also without JavaScript.
    <div className="sum" role="alert" tabIndex={-1} autoFocus>
      <h2>{heading}</h2>
      <ul>{children}</ul>
    </div>
  )
}

/** The error sentence of a question, or null. */
export function faultSentence(
  { words: { errors }, locale }: Page,
  { faults, fields }: TypedAnswer,
  { id, item }: Pick<NumberedItem, 'id' | 'item'>,
): string | null {
  if (!Object.hasOwn(faults, id)) return null
  const fault = faults[id]
  if (fault === 'too-long' && 'maxLength' in item)
    return errors.tooLong(lengthOf(typedText(fields, id)), item.maxLength)
  if (fault === 'too-many' && item.type === 'several') return errors.tooMany(item.maxChosen ?? item.options.length)
  if (fault === 'not-together' && item.type === 'several') {
    const alone = item.options.find((option) => option.exclusive && typedText(fields, tickId(item, option)) === 'yes')
    return errors.notTogether(alone ? textIn(alone, locale) : '')
  }
  return fault === 'required' ? errors.required : errors.notAnOption
}
