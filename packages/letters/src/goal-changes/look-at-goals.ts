import type { RecordedAt } from '@wayproof/evidence/registers/recorded-at'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
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
import type { FactLook } from '@wayproof/oversight/goal-changes/goal-fact'
import { whyFixed } from '@wayproof/scorecard/closing/period-close'
import type { ClosingStore } from '@wayproof/scorecard/closing/ports'
import { evidenceAge } from '@wayproof/scorecard/goals/evidence-age'
import { GOALS, type GoalId, isYearly } from '@wayproof/scorecard/goals/goal'
import { readVerdict } from '@wayproof/scorecard/goals/judge-goal'
import { paceOf } from '@wayproof/scorecard/goals/pace-of'
import type { ScorecardPorts } from '@wayproof/scorecard/ports'
import type { GoalChangeItem } from './goal-change-item.ts'

export interface LookPorts extends Pick<ScorecardPorts, 'facts' | 'sealed'> {
  readonly closing: Pick<ClosingStore, 'closing'>
  readonly editions: { recordedAt(): Promise<RecordedAt> }
  readonly timeZone: string
  readonly programmeStart: CalendarDate
}

/** A fact of today, with what its letter says besides. */
export interface GoalLook extends FactLook, Pick<GoalChangeItem, 'period' | 'reason' | 'lastOn'> {
  readonly goal: GoalId
}

const PACE_STATES = { 'on-pace': 'on-track', 'far-behind': 'off-track' } as const

/**
 * The facts of the running half-year and of the one before, until its figures are fixed: the people who freeze and sign
 * it see them, and a restatement has its own letters.
 */
export async function lookAtGoals(ports: LookPorts, today: CalendarDate): Promise<readonly GoalLook[]> {
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
