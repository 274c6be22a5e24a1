import type { SurveyLanguage } from '@wayproof/kernel'
import type { TravelerSentences } from '@wayproof/messages/traveler'
import { type FirstQuestion, fallbackLanguage, textIn } from '@wayproof/survey'
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
