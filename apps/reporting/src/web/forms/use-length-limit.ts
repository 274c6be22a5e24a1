import type { ReactNode } from 'react'
import { useLanguage } from '../language.tsx'
import { lengthLimit } from './length-limit.ts'

/** Gives a field's description with the counter of its characters, and the fault of a text that is too long. */
export function useLengthLimit(value: unknown, maxLength: number | undefined, description?: ReactNode) {
  const { fault, counter } = lengthLimit(value, maxLength, useLanguage().words.reporting.fields)
  return { fault, description: counter && description ? [description, ' ', counter] : (counter ?? description) }
}
