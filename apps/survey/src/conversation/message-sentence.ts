import { LONGEST_MESSAGE, type MessageFault, messageLength } from '@wayproof/evidence/conversation/written-message'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import { count } from '@wayproof/messages/number-format'
import type { TravelerSentences } from '@wayproof/messages/traveler-sentences'

/** The error sentence of a message, or null; `empty` is the sentence for a blank one. */
export function messageSentence(
  form: Pick<TravelerSentences['rights']['form'], 'empty' | 'tooLong'>,
  fault: MessageFault | undefined,
  typedText: string,
  empty = form.empty,
): string | null {
  if (fault === 'too-long') return form.tooLong(messageLength(typedText), LONGEST_MESSAGE)
  return fault === 'required' ? empty : null
}

export const longestMessage = (locale: SurveyLanguage): string => count(LONGEST_MESSAGE, locale)
