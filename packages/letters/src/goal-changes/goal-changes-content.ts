import { organisationName } from '@wayproof/kernel/people/organisation-name'
import { day, periodName } from '@wayproof/messages/date-format'
import type { Messages } from '@wayproof/messages/en'
import { messages } from '@wayproof/messages/messages'
import { LASTING_DAYS } from '@wayproof/oversight/goal-changes/fact-watch'
import { isBad } from '@wayproof/oversight/goal-changes/goal-fact'
import type { LetterOf } from '../letter/letter.ts'
import type { LetterContent } from '../letter/letter-content.ts'
import type { Organisation } from '../letter/organisation.ts'
import { changedGoal, type GoalChangeItem } from './goal-change-item.ts'

export function goalChangesContent(
  { locale, data }: LetterOf<'goals-changed'>,
  organisation: Organisation,
): LetterContent {
  const words = messages(locale)
  const { goalChanges, editions, goals, letters } = words
  const { items, reader } = data
  const first = items.find(({ to }) => isBad(to)) ?? items[0]
  const short = first ? goalChanges.short(goals.names[first.goal], first.to) : ''
  return {
    subject: goalChanges.subject(items.length, short),
    kicker: goalChanges.kicker,
    headline: goalChanges.headline(items.length),
    blocks: [
      { kind: 'list', items: items.map((item) => lineOf(item, words, locale)) },
      { kind: 'paragraph', text: goalChanges.next(LASTING_DAYS) },
      ...(items.some(({ fact }) => fact === 'forecast')
        ? [{ kind: 'caption', text: goalChanges.paceNote } as const]
        : []),
      {
        kind: 'button',
        label: goalChanges.button[changedGoal(items) === null ? 'scorecard' : 'goal'],
        link: 'reporting',
      },
    ],
    foot: [
      { text: editions.notice.reader[reader === 'privacy-officer' ? 'officer' : 'owner'] },
      { text: letters.contact(organisationName(organisation, locale), organisation.contactEmail) },
      ...(organisation.sample ? [{ text: letters.sample }] : []),
    ],
  }
}

function lineOf(item: GoalChangeItem, words: Messages, locale: LetterOf<'goals-changed'>['locale']): string {
  const { goalChanges, goals, scorecard } = words
  const goal = goals.names[item.goal]
  const period = periodName(item.judged, locale)
  const since = day(item.since, locale)
  switch (item.to) {
    case 'off-track':
    case 'on-track':
      return goalChanges.pace[item.to](goal, period, since)
    case 'stale':
    case 'current':
      return goalChanges.stale(goal, period, since, day(item.lastOn ?? item.since, locale))
    default:
      return goalChanges.verdict(goal, period, item.from, item.to, since, scorecard.reasons[item.reason])
  }
}
