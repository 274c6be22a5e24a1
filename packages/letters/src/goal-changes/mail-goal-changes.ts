import type { Owner } from '@wayproof/accounts/accounts/person'
import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Clock } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Locale } from '@wayproof/kernel/people/locale'
import {
  confirmChange,
  type FactChange,
  type FactWatch,
  isSameWatch,
} from '@wayproof/oversight/goal-changes/fact-watch'
import { factKey } from '@wayproof/oversight/goal-changes/goal-fact'
import { reviewFacts } from '@wayproof/oversight/goal-changes/review-facts'
import { OWNERS } from '@wayproof/scorecard/goals/goal'
import type { PostedLetter } from '../outbox/outbox.ts'
import type { GoalChangeItem } from './goal-change-item.ts'
import type { GoalWatchStore, ReviewedWatches } from './goal-watch-store.ts'
import { type GoalLook, type LookPorts, lookAtGoals } from './look-at-goals.ts'

interface Reader {
  readonly id: Id
  readonly locale: Locale
}

export interface MailGoalChangesPorts extends LookPorts {
  readonly goalWatches: GoalWatchStore
  /** The people responsible for an owner's goals, each with the language of the account. */
  peopleOf(owner: Owner): Promise<readonly Reader[]>
  readonly clock: Clock
}

type ReadersOf = ReadonlyMap<Owner, readonly Reader[]>

/**
 * Mails the goals whose verdict, pace or evidence has changed and stayed so: officers about all, owners about their
 * own, one letter a person. A change that nobody could read waits. Returns the number of letters.
 */
export async function mailGoalChanges({ goalWatches, peopleOf, ...ports }: MailGoalChangesPorts): Promise<number> {
  const now = ports.clock.now()
  const today = dateAt(now, ports.timeZone)
  const looks = await lookAtGoals(ports, today)
  const readers = new Map<Owner, readonly Reader[]>()
  for (const owner of new Set(Object.values(OWNERS))) readers.set(owner, await peopleOf(owner))
  return goalWatches.review((watches) => reviewGoals(looks, watches, { readers, today }), now)
}

interface Review {
  readonly readers: ReadersOf
  readonly today: CalendarDate
}

function reviewGoals(
  looks: readonly GoalLook[],
  watches: readonly FactWatch[],
  { readers, today }: Review,
): ReviewedWatches {
  const items: GoalChangeItem[] = []
  const reviewed = reviewFacts(looks, watches, today).map(({ watch, change }, index): FactWatch => {
    const look = looks[index]
    if (!look || !change || !hasReader(look, readers)) return watch
    // Nobody waits for evidence that came again.
    if (change.to !== 'current') items.push(itemOf(look, change))
    return confirmChange(change)
  })
  const watchesByFact = new Map(watches.map((watch) => [factKey(watch), watch]))
  const isNew = (watch: FactWatch) => {
    const before = watchesByFact.get(factKey(watch))
    return !before || !isSameWatch(before, watch)
  }
  return {
    watches: reviewed.filter(isNew),
    letters: lettersAbout(
      items.filter((item) => !isSaidByVerdict(item, items)),
      readers,
      today,
    ),
  }
}

const hasReader = ({ goal }: GoalLook, readers: ReadersOf): boolean =>
  (['privacy-officer', OWNERS[goal]] as const).some((owner) => (readers.get(owner) ?? []).length > 0)

function itemOf(
  { goal, period, judged, fact, reason, lastOn }: GoalLook,
  { from, to, since }: FactChange,
): GoalChangeItem {
  return { goal, period, judged, fact, from, to, since, reason, lastOn }
}

/** A verdict that turned unknown for want of a check says so, and its evidence needs no line besides. */
const isSaidByVerdict = ({ goal, period, fact, reason }: GoalChangeItem, items: readonly GoalChangeItem[]): boolean =>
  fact === 'evidence' &&
  reason === 'not-checked' &&
  items.some((other) => other.goal === goal && other.period === period && other.to === 'unknown')

function lettersAbout(
  items: readonly GoalChangeItem[],
  readers: ReadersOf,
  today: CalendarDate,
): readonly PostedLetter[] {
  return [...readers].flatMap(([reader, people]) => {
    const own = reader === 'privacy-officer' ? items : items.filter(({ goal }) => OWNERS[goal] === reader)
    if (own.length === 0) return []
    const key = own.map(({ to, since, ...fact }) => `${factKey(fact)} ${to} ${since}`).join(',')
    return people.map(({ id, locale }) => ({
      letter: { kind: 'goals-changed', locale, data: { reader, items: own } } as const,
      recipient: { kind: 'user', id } as const,
      dedupeKey: `goals-changed:${today}:${key}:${id}`,
    }))
  })
}
