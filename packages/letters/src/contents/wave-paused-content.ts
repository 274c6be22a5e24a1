import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { count } from '@wayproof/messages/number-format'
import type { LetterOf } from '../letter/letter.ts'
import type { LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'

export function wavePausedContent(
  { locale, data }: LetterOf<'wave-paused'>,
  organisation: Organisation,
): LetterContent {
  const { wavePaused, contact, sample } = messages(locale).letters
  const period = periodName(data.period, locale)
  const { reason, tried, refused, complained = 0 } = data
  const cause =
    reason === 'complaints'
      ? wavePaused.complaints(count(complained, locale), count(tried - refused, locale))
      : wavePaused.bounces(count(refused, locale), count(tried, locale))
  return {
    subject: wavePaused.subject(period),
    kicker: wavePaused.kicker(period),
    headline: wavePaused.headline,
    blocks: [
      { kind: 'paragraph', text: cause },
      { kind: 'paragraph', text: wavePaused.next },
      { kind: 'button', label: wavePaused.button, link: 'reporting' },
    ],
    foot: [
      { text: contact(organisationName(organisation, locale), organisation.contactEmail) },
      ...(organisation.sample ? [{ text: sample }] : []),
    ],
  }
}
