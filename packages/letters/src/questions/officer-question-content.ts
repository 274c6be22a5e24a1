import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { moment } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { LetterOf } from '../letter/letter.ts'
import type { LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'
import { questionText } from './question-text.ts'

export function officerQuestionContent(
  { locale, data: { asked: question, timeZone, endedAt } }: LetterOf<'officer-question'>,
  organisation: Organisation,
): LetterContent {
  const words = messages(locale)
  const { letters, questions } = words
  const { title, what, said: quotes, can } = questionText(question, { locale, words, timeZone })
  const foot = [
    { text: questions.letter.reader },
    { text: letters.contact(organisationName(organisation, locale), organisation.contactEmail) },
    ...(organisation.sample ? [{ text: letters.sample }] : []),
  ]
  const button = { kind: 'button', label: questions.letter.button, link: 'reporting' } as const
  if (endedAt !== undefined) {
    const { subject, kicker, text } = questions.letter.ended
    return {
      subject: subject(title),
      kicker,
      headline: title,
      blocks: [{ kind: 'paragraph', text: text(moment(endedAt, timeZone, locale)) }, button],
      foot,
    }
  }
  return {
    subject: questions.letter.subject(title),
    kicker: questions.letter.kicker,
    headline: title,
    blocks: [
      ...what.map((text) => ({ kind: 'paragraph', text }) as const),
      ...(quotes.length === 0 ? [] : [{ kind: 'list', items: quotes, own: true } as const]),
      { kind: 'paragraph', text: can },
      { kind: 'paragraph', text: questions.letter.next },
      button,
    ],
    foot,
  }
}
