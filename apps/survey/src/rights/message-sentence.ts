import { LONGEST_MESSAGE, type MessageFault, messageLength } from '@wayproof/evidence'
import type { Locale } from '@wayproof/kernel'
import { count, messages } from '@wayproof/messages'

/** What is wrong with a message, or null. */
export function messageSentence(locale: Locale, fault: MessageFault | undefined, typed: string): string | null {
  const { form } = messages(locale).rights
  if (fault === 'too-long') return form.tooLong(messageLength(typed), LONGEST_MESSAGE)
  return fault === 'required' ? form.empty : null
}

export const longestMessage = (locale: Locale): string => count(LONGEST_MESSAGE, locale)
