import type { Owner } from '@wayproof/accounts/accounts/person'
import type { RecordedAt } from '@wayproof/evidence/registers/recorded-at'
import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import {
  hasEnded,
  lastDay,
  type Period,
  type PeriodKey,
  periodKey,
  periodOf,
  previousPeriod,
  yearOf,
} from '@wayproof/kernel/calendar/period'
import type { Clock } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { Locale } from '@wayproof/kernel/people/locale'
import {
  confirmChange,
  type FactChange,
  type FactWatch,
  isSameWatch,
} from '@wayproof/oversight/goal-changes/fact-watch'
import { type FactLook, factKey } from '@wayproof/oversight/goal-changes/goal-fact'
import { reviewFacts } from '@wayproof/oversight/goal-changes/review-facts'
import { whyFixed } from '@wayproof/scorecard/closing/period-close'
import type { ClosingStore } from '@wayproof/scorecard/closing/ports'
import { evidenceAge } from '@wayproof/scorecard/goals/evidence-age'
import { GOALS, type GoalId, isYearly, OWNERS } from '@wayproof/scorecard/goals/goal'
import { readVerdict } from '@wayproof/scorecard/goals/judge-goal'
import { paceOf } from '@wayproof/scorecard/goals/pace-of'
import type { ScorecardPorts } from '@wayproof/scorecard/ports'
import type { PostedLetter } from '../outbox/outbox.ts'
import type { GoalChangeItem } from './goal-change-item.ts'
import type { GoalWatchStore, ReviewedWatches } from './goal-watch-store.ts'

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

interface LookPorts extends Pick<ScorecardPorts, 'facts' | 'sealed'> {
  readonly closing: Pick<ClosingStore, 'closing'>
  readonly editions: { recordedAt(): Promise<RecordedAt> }
  readonly timeZone: string
  readonly programmeStart: CalendarDate
}

/** A fact of today, with what its letter says besides. */
interface GoalLook extends FactLook, Pick<GoalChangeItem, 'period' | 'reason' | 'lastOn'> {
  readonly goal: GoalId
}

const PACE_STATES = { 'on-pace': 'on-track', 'far-behind': 'off-track' } as const

/**
 * The facts of the running half-year and of the one before, until its figures are fixed: the people who freeze and sign
 * it see them, and a restatement has its own letters.
 */
async function lookAtGoals(ports: LookPorts, today: CalendarDate): Promise<readonly GoalLook[]> {
  const running = periodOf('half-year', today)
  const recorded = await ports.editions.recordedAt()
  const looks: GoalLook[] = []
  for (const half of [previousPeriod(running), running]) {
    if (lastDay(half) < ports.programmeStart || (await isFixed(ports, periodKey(half)))) continue
    // A yearly goal of a first half-year goes on in the second.
    const goals = hasEnded(half, today) && half.index === 1 ? GOALS.filter((goal) => !isYearly(goal)) : GOALS
    for (const goal of goals) looks.push(...(await lookAtGoal(ports, { goal, half, today, recorded })))
  }
  return looks
}

/** Once it was sealed, a half-year changes by restatement only. */
async function isFixed({ closing }: LookPorts, period: PeriodKey): Promise<boolean> {
  const progress = await closing.closing(period)
  return progress.seals.length > 0 || whyFixed(progress) !== null
}

interface LookedAt {
  readonly goal: GoalId
  readonly half: Period
  readonly today: CalendarDate
  readonly recorded: RecordedAt
}

async function lookAtGoal(ports: LookPorts, { goal, half, today, recorded }: LookedAt): Promise<readonly GoalLook[]> {
  const verdict = await readVerdict(ports, goal, half, today)
  // The notice of a held edition names stale registers of an ended half-year.
  const age = hasEnded(half, today) ? null : evidenceAge(verdict, { recorded, today, timeZone: ports.timeZone })
  const judged = periodKey(isYearly(goal) ? yearOf(half) : half)
  const pace = paceOf(verdict)
  const about = { goal, period: periodKey(half), reason: verdict.reason, lastOn: age?.lastOn ?? null }
  return [
    { ...about, judged, fact: 'verdict', state: verdict.verdict },
    // The pace of training is that of its quarter.
    { ...about, judged: verdict.period, fact: 'forecast', state: pace && PACE_STATES[pace] },
    { ...about, judged, fact: 'evidence', state: age && (age.isStale ? 'stale' : 'current') },
  ]
}
