import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { day, periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { LetterOf } from '../letter/letter.ts'
import type { Block, LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'

export function editionNoticeContent(
  { locale, data }: LetterOf<'edition-notice'>,
  organisation: Organisation,
): LetterContent {
  const { editions, letters, goals } = messages(locale)
  const { notice: words } = editions
  const { waits, reasons, reader, sendsOn } = data
  const period = periodName(data.period, locale)
  const edition = editions.letter.of(data.kind, data.occasion)
  const officer = reader === 'privacy-officer'
  const items = reasons.map((reason) =>
    words.item(editions.reason(reason), editions.remedy(reason), goals.owners[reason.owner]),
  )
  const next = [
    ...(sendsOn === null ? [] : [words.sends(day(sendsOn, locale))]),
    ...(waits === 'held' && officer ? [words.officer] : []),
    ...(waits === 'awaits' ? [words.approve] : []),
  ]
  const blocks: readonly Block[] =
    items.length === 0
      ? []
      : [
          { kind: 'heading', text: words.missingHeading },
          { kind: 'list', items },
        ]
  return {
    subject: words.subject[waits](edition, period),
    kicker: words.kicker,
    headline: words.headline[waits],
    blocks: [
      { kind: 'paragraph', text: words.dueOn(edition, period, day(data.dueOn, locale)) },
      ...blocks,
      ...next.map((text) => ({ kind: 'paragraph', text }) as const),
      { kind: 'button', label: words.button, link: 'reporting' },
    ],
    foot: [
      { text: words.reader[officer ? 'officer' : 'owner'] },
      { text: letters.contact(organisationName(organisation, locale), organisation.contactEmail) },
      ...(organisation.sample ? [{ text: letters.sample }] : []),
    ],
  }
}
