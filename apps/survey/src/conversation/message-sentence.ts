import { LONGEST_MESSAGE, type MessageFault, messageLength } from '@wayproof/evidence'
import type { Locale } from '@wayproof/kernel'
import { count, messages } from '@wayproof/messages'

/** The error sentence of a message, or null; `empty` is the sentence for a blank one. */
export function messageSentence(
  locale: Locale,
  fault: MessageFault | undefined,
  typedText: string,
  empty = messages(locale).rights.form.empty,
): string | null {
  if (fault === 'too-long') return messages(locale).rights.form.tooLong(messageLength(typedText), LONGEST_MESSAGE)
  return fault === 'required' ? empty : null
}

export const longestMessage = (locale: Locale): string => count(LONGEST_MESSAGE, locale)
