import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { moment, timeZoneName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { LetterOf } from '../letter/letter.ts'
import type { LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'

export function userInvitationContent(letter: LetterOf<'user-invitation'>, organisation: Organisation): LetterContent {
  const { locale, data } = letter
  const { userInvitation, roles, contact, sample } = messages(locale).letters
  const name = organisationName(organisation, locale)
  return {
    subject: userInvitation.subject(name),
    kicker: userInvitation.kicker,
    headline: userInvitation.headline(roles[data.role] ?? data.role),
    blocks: [
      { kind: 'paragraph', text: userInvitation.why(name) },
      { kind: 'paragraph', text: userInvitation.how(untilText(letter)) },
      { kind: 'button', label: userInvitation.button, link: 'userInvitation' },
    ],
    foot: [
      { text: userInvitation.unexpected },
      { text: contact(name, organisation.contactEmail) },
      ...(organisation.sample ? [{ text: sample }] : []),
    ],
  }
}

function untilText({ locale, data: { until } }: LetterOf<'user-invitation'>): string | null {
  return until
    ? messages(locale).letters.userInvitation.until(
        moment(until.at, until.timeZone, locale),
        timeZoneName(until.timeZone, locale),
      )
    : null
}
