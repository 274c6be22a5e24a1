import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { day, periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { LetterOf } from '../letter/letter.ts'
import type { Block, LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'

export function restatementContent(
  { locale, data }: LetterOf<'restatement'>,
  organisation: Organisation,
): LetterContent {
  const { closing, letters } = messages(locale)
  const words = closing.restated
  const period = periodName(data.period, locale)
  const changes: Block =
    data.changes.length === 0
      ? { kind: 'paragraph', text: words.noChange }
      : { kind: 'list', items: data.changes.map(closing.change) }
  return {
    subject: words.subject(period),
    kicker: words.kicker(period, data.version),
    headline: words.headline,
    blocks: [
      { kind: 'paragraph', text: words.instead },
      { kind: 'heading', text: words.changes },
      changes,
      { kind: 'heading', text: words.why },
      { kind: 'list', items: [data.reason], own: true },
      { kind: 'button', label: words.button, link: 'reporting' },
    ],
    foot: [
      { text: words.sealed(day(data.sealedOn, locale), data.code) },
      { text: words.reader },
      { text: letters.contact(organisationName(organisation, locale), organisation.contactEmail) },
      ...(organisation.sample ? [{ text: letters.sample }] : []),
    ],
  }
}
