import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { LetterOf } from '../letter/letter.ts'
import type { LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'

export function openingQuestionContent(
  { locale, data }: LetterOf<'opening-question'>,
  organisation: Organisation,
): LetterContent {
  const { openingQuestion, contact, sample } = messages(locale).letters
  const period = periodName(data.period, locale)
  const missingPoints = data.lacking.map((point) => openingQuestion.lacking[point])
  return {
    subject: openingQuestion.subject(period),
    kicker: openingQuestion.kicker,
    headline: openingQuestion.headline(period),
    blocks: [
      { kind: 'paragraph', text: openingQuestion.reasons[data.reason] },
      ...(missingPoints.length > 0
        ? ([
            { kind: 'heading', text: openingQuestion.lackingHeading },
            { kind: 'list', items: missingPoints },
          ] as const)
        : []),
      { kind: 'paragraph', text: openingQuestion.asked },
      { kind: 'button', label: openingQuestion.button, link: 'reporting' },
    ],
    foot: [
      { text: openingQuestion.reader },
      { text: contact(organisationName(organisation, locale), organisation.contactEmail) },
      ...(organisation.sample ? [{ text: sample }] : []),
    ],
  }
}
