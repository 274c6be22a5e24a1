import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { GOALS, OWNERS } from '@wayproof/scorecard/goals/goal'
import type { LetterOf } from '../letter/letter.ts'
import type { Block, LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'

export function closingReminderContent(
  { locale, data }: LetterOf<'closing-reminder'>,
  organisation: Organisation,
): LetterContent {
  const { closing, editions, goals, letters } = messages(locale)
  const words = closing.reminder
  const { stage, owner, gaps = [] } = data
  const period = periodName(data.period, locale)
  const lacking: readonly Block[] =
    gaps.length === 0
      ? []
      : [
          { kind: 'heading', text: editions.notice.missingHeading },
          { kind: 'list', items: gaps.map((gap) => `${editions.reason(gap)} ${editions.remedy(gap)}`) },
        ]
  const owned = stage === 'signed' ? [] : GOALS.filter((goal) => OWNERS[goal] === owner)
  return {
    subject: words.subject[stage](period),
    kicker: words.kicker(period),
    headline: words.headline[stage],
    blocks: [
      ...owned.map((goal) => ({ kind: 'paragraph', text: words.goal(goals.names[goal]) }) as const),
      ...lacking,
      { kind: 'paragraph', text: words.next[stage] },
      { kind: 'button', label: words.button, link: 'reporting' },
    ],
    foot: [
      { text: words.reader },
      { text: letters.contact(organisationName(organisation, locale), organisation.contactEmail) },
      ...(organisation.sample ? [{ text: letters.sample }] : []),
    ],
  }
}
