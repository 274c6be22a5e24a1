import { messages } from '@wayproof/messages'
import type { LetterOf } from './letter.ts'
import type { LetterContent } from './letter-content.ts'
import { type Organisation, organisationName } from './organisation.ts'

export function userInvitationContent(
  { locale, data }: LetterOf<'user-invitation'>,
  organisation: Organisation,
): LetterContent {
  const { userInvitation, roles, contact, sample } = messages(locale).letters
  const name = organisationName(organisation, locale)
  return {
    subject: userInvitation.subject(name),
    kicker: userInvitation.kicker,
    headline: userInvitation.headline(roles[data.role] ?? data.role),
    blocks: [
      { kind: 'paragraph', text: userInvitation.why(name) },
      { kind: 'paragraph', text: userInvitation.how },
      { kind: 'button', label: userInvitation.button, link: 'userInvitation' },
    ],
    foot: [
      { text: userInvitation.unexpected },
      { text: contact(name, organisation.contactEmail) },
      ...(organisation.sample ? [{ text: sample }] : []),
    ],
  }
}
