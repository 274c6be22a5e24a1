import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { day, periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { LetterOf } from '../letter/letter.ts'
import type { LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'

export function mailServerTestContent(
  { locale, data: { opening } }: LetterOf<'mail-server-test'>,
  organisation: Organisation,
): LetterContent {
  const { mailServerTest, contact, sample } = messages(locale).letters
  return {
    subject: mailServerTest.subject,
    kicker: mailServerTest.kicker,
    headline: mailServerTest.headline,
    blocks: [
      { kind: 'paragraph', text: mailServerTest.arrived },
      ...(opening
        ? ([
            {
              kind: 'paragraph',
              text: mailServerTest.opening(periodName(opening.period, locale), day(opening.on, locale)),
            },
          ] as const)
        : []),
      { kind: 'button', label: mailServerTest.button, link: 'reporting' },
    ],
    foot: [
      { text: opening ? mailServerTest.reader : mailServerTest.asked },
      { text: contact(organisationName(organisation, locale), organisation.contactEmail) },
      ...(organisation.sample ? [{ text: sample }] : []),
    ],
  }
}
