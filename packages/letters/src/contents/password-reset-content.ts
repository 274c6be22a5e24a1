import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { moment, timeZoneName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { LetterOf } from '../letter/letter.ts'
import type { LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'

export function passwordResetContent(
  { locale, data: { until } }: LetterOf<'password-reset'>,
  organisation: Organisation,
): LetterContent {
  const { passwordReset, contact, sample } = messages(locale).letters
  const name = organisationName(organisation, locale)
  const end = [moment(until.at, until.timeZone, locale), timeZoneName(until.timeZone, locale)] as const
  return {
    subject: passwordReset.subject(name),
    kicker: passwordReset.kicker,
    headline: passwordReset.headline,
    blocks: [
      { kind: 'paragraph', text: passwordReset.how(...end) },
      { kind: 'paragraph', text: passwordReset.ends },
      { kind: 'button', label: passwordReset.button, link: 'passwordReset' },
    ],
    foot: [
      { text: passwordReset.unexpected },
      { text: contact(name, organisation.contactEmail) },
      ...(organisation.sample ? [{ text: sample }] : []),
    ],
  }
}
