import { tickId } from '@wayproof/forms/questionnaire/coded-items'
import { textIn } from '@wayproof/forms/questionnaire/survey-text'
import type { Page } from '../http/page.ts'
import type { NumberedItem } from './numbered-items.ts'
import { lengthOf, type TypedAnswer, typedText } from './typed-answer.ts'

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
