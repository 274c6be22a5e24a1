import type { Item } from '@wayproof/survey'
import type { Page } from '../http/page.ts'
import { lengthOf, type TypedAnswer, typedText } from './typed-answer.ts'

/** The error sentence of an item, or null. */
export function faultSentence({ errors }: Page['words'], { faults, fields }: TypedAnswer, item: Item): string | null {
  if (!Object.hasOwn(faults, item.id)) return null
  if (faults[item.id] === 'too-long' && item.type === 'text') {
    return errors.tooLong(lengthOf(typedText(fields, item.id)), item.maxLength)
  }
  return faults[item.id] === 'required' ? errors.required : errors.notAnOption
}
