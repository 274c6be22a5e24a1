import type { FirstQuestion } from '@wayproof/forms/questionnaire/first-question'
import { fallbackLanguage, textIn } from '@wayproof/forms/questionnaire/survey-text'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import type { TravelerSentences } from '@wayproof/messages/traveler-sentences'
import { type Block, OPTION_LINKS } from '../letter/letter-content.ts'

/** The first question with its options as links, above the button that opens the form without a choice. */
export function questionBlocks(
  question: FirstQuestion | undefined,
  language: SurveyLanguage,
  { survey, letters }: TravelerSentences,
): readonly Block[] {
  if (!question) return []
  const { stem } = question
  const text = textIn(question.text, language)
  const options = question.options(language, survey.fixed)
  const items = OPTION_LINKS.flatMap((link, index) => {
    const option = options[index]
    if (!option) return []
    const { label, isOffScale } = option
    return [{ label, isOffScale, language: option.language, link }]
  })
  return [
    {
      kind: 'heading',
      text: stem === null ? text : `${textIn(stem, language)} ${text}`,
      language: fallbackLanguage(question.text, language),
    },
    { kind: 'options', items },
    { kind: 'caption', text: letters.survey.optionLinks },
  ]
}
