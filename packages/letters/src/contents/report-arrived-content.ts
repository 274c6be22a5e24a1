import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { messages } from '@wayproof/messages/messages'
import type { LetterOf } from '../letter/letter.ts'
import type { LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'

export function reportArrivedContent(
  { locale }: LetterOf<'report-arrived'>,
  organisation: Organisation,
): LetterContent {
  const { whistleBlowing, letters } = messages(locale)
  const { letter } = whistleBlowing
  return {
    subject: letter.subject,
    kicker: letter.kicker,
    headline: letter.headline,
    blocks: [
      { kind: 'paragraph', text: letter.next },
      { kind: 'button', label: letter.button, link: 'reporting' },
    ],
    foot: [
      { text: letter.reader },
      { text: letters.contact(organisationName(organisation, locale), organisation.contactEmail) },
      ...(organisation.sample ? [{ text: letters.sample }] : []),
    ],
  }
}
