import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { messages } from '@wayproof/messages/messages'
import type { LetterOf } from '../letter/letter.ts'
import type { LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'

export function readerAddedContent(letter: LetterOf<'reader-added'>, organisation: Organisation): LetterContent {
  const { locale, data } = letter
  const { readerAdded, roles, contact, sample } = messages(locale).letters
  const name = organisationName(organisation, locale)
  const text = data.own ? readerAdded.own : readerAdded.officer
  return {
    subject: text.subject(data.name, name),
    kicker: readerAdded.kicker,
    headline: text.headline(data.name),
    blocks: [
      { kind: 'paragraph', text: readerAdded.role(roles[data.role] ?? data.role) },
      { kind: 'paragraph', text: text.unexpected },
      { kind: 'button', label: text.button, link: 'reporting' },
    ],
    foot: [
      { text: text.reader },
      { text: contact(name, organisation.contactEmail) },
      ...(organisation.sample ? [{ text: sample }] : []),
    ],
  }
}
