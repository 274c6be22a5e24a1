import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { day } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { LetterOf, RequestSummary } from '../letter/letter.ts'
import type { Block, LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'

/** Further requests are only counted, because the page of requests lists all. */
const MOST_LISTED = 20

export function rightsArrivedContent(
  { locale, data }: LetterOf<'rights-arrived'>,
  organisation: Organisation,
): LetterContent {
  const { rights, reporting, letters } = messages(locale)
  const { rightsArrived: words, contact, sample } = letters
  const { receivedOn, cases, written } = data
  const listed = (requests: readonly RequestSummary[]): Block => {
    const items = requests
      .slice(0, MOST_LISTED)
      .map(({ kind, regime, dueOn }) =>
        regime && dueOn
          ? words.item(rights.kinds[kind], reporting.requests.laws[regime], day(dueOn, locale))
          : words.itemWithoutTerm(rights.kinds[kind]),
      )
    const more = requests.length - items.length
    return { kind: 'list', items: more > 0 ? [...items, words.more(more)] : items }
  }
  return {
    subject: words.subject(cases.length, written.length, day(receivedOn, locale)),
    kicker: words.kicker,
    headline: words.headline(cases.length, written.length),
    blocks: [
      ...(cases.length > 0 ? [listed(cases)] : []),
      ...(written.length > 0 ? [{ kind: 'heading', text: words.written } as const, listed(written)] : []),
      { kind: 'paragraph', text: words.next },
      { kind: 'button', label: words.button, link: 'reporting' },
    ],
    foot: [
      { text: words.reader },
      { text: contact(organisationName(organisation, locale), organisation.contactEmail) },
      ...(organisation.sample ? [{ text: sample }] : []),
    ],
  }
}
