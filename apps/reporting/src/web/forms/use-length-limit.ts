import type { Messages } from '@wayproof/messages/en'
import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'

/** Gives a field's description with the counter of its characters, and the fault of a text that is too long. */
export function useLengthLimit(value: unknown, maxLength: number | undefined, description?: ReactNode) {
  const { fault, counter } = lengthLimit(value, maxLength, useLanguage().words.reporting.fields)
  return { fault, description: counter && description ? [description, ' ', counter] : (counter ?? description) }
}

/** A field counts its characters from this share of its limit. */
const COUNTED_FROM = 0.9

interface LengthLimit {
  /** The sentence about a text that is too long; it keeps the form from being sent. */
  readonly fault: string | null
  /** The number of characters, once the limit is near. */
  readonly counter: string | null
}

/**
 * Judges the length of a text in a field. No field has the attribute `maxlength`, with which the browser cuts a pasted text
 * without a word.
 */
export function lengthLimit(
  value: unknown,
  maxLength: number | undefined,
  text: Messages['reporting']['fields'],
): LengthLimit {
  const { length } = typeof value === 'string' ? value : ''
  if (maxLength === undefined || length < maxLength * COUNTED_FROM) return { fault: null, counter: null }
  return length > maxLength
    ? { fault: text.tooLong(length, maxLength), counter: null }
    : { fault: null, counter: text.counter(length, maxLength) }
}
