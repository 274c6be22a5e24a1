import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { day, moment } from '@wayproof/messages/date-format'
import { leftText, taskText } from '@wayproof/messages/deadline-text'
import type { Messages } from '@wayproof/messages/en'
import { messages } from '@wayproof/messages/messages'
import { placeAddress, placeOf } from '@wayproof/oversight/deadlines/deadline-place'
import { isOverdue, timeLeft } from '@wayproof/oversight/deadlines/urgency'
import type { LetterOf } from '../letter/letter.ts'
import type { Block, LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'
import type { DeadlineItem } from './deadline-item.ts'

/** Further deadlines are only counted, because the page lists all. */
const MOST_LISTED = 20

type Reader = Pick<LetterOf<'deadlines'>, 'locale'> & LetterOf<'deadlines'>['data'] & { readonly words: Messages }

export function deadlineContent({ locale, data }: LetterOf<'deadlines'>, organisation: Organisation): LetterContent {
  const words = messages(locale)
  const { letter } = words.deadlines
  const { items, still, occasion, at, timeZone } = data
  const reader = { ...data, locale, words }
  const first = items[0] ? itemTask(items[0], reader) : ''
  const overdue = [...items, ...still].filter(({ due }) => due !== null && isOverdue(due, at, timeZone)).length
  return {
    subject:
      occasion === 'at-once'
        ? letter.subjectAtOnce(first, leftOf(items[0], reader))
        : letter.subject(items.length, first),
    kicker: letter.kicker,
    headline: letter.headline(items.length + still.length, overdue),
    blocks: [
      listOf(items, reader),
      ...(still.length > 0 ? [{ kind: 'heading', text: letter.still } as const, listOf(still, reader)] : []),
      { kind: 'paragraph', text: letter.next },
      { kind: 'button', label: letter.button, link: 'reporting' },
    ],
    foot: [
      { text: letter.reader },
      { text: words.letters.contact(organisationName(organisation, locale), organisation.contactEmail) },
      ...(organisation.sample ? [{ text: words.letters.sample }] : []),
    ],
  }
}

function listOf(items: readonly DeadlineItem[], reader: Reader): Block {
  const { letter } = reader.words.deadlines
  const lines = items
    .slice(0, MOST_LISTED)
    .map((item) => ({ text: itemLine(item, reader), path: placeAddress(placeOf(item)) }))
  const more = items.length - lines.length
  return { kind: 'links', items: more > 0 ? [...lines, { text: letter.more(more), path: null }] : lines }
}

function itemLine(item: DeadlineItem, reader: Reader): string {
  const { words, locale, at, timeZone } = reader
  const task = itemTask(item, reader)
  if (item.due === null) return task
  const due = item.due.at === undefined ? day(item.due.day, locale) : moment(item.due.at, timeZone, locale)
  return words.deadlines.letter.item(task, due, leftText(timeLeft(item.due, at, timeZone), words))
}

/** The time left when the letter was composed; empty if the letter must not tell it. */
const leftOf = (item: DeadlineItem | undefined, { at, timeZone, words }: Reader): string =>
  item?.due ? leftText(timeLeft(item.due, at, timeZone), words) : ''

const itemTask = (item: DeadlineItem, { words, locale }: Pick<Reader, 'words' | 'locale'>): string =>
  item.kind === 'report' ? words.deadlines.letter.report : taskText(item, words, locale)
