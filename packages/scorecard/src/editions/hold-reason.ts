import type { Owner } from '@wayproof/accounts/accounts/person'
import type { RecordedAt } from '@wayproof/evidence/registers/recorded-at'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, type Period, quartersOf } from '@wayproof/kernel/calendar/period'
import {
  FEEDING_REGISTERS,
  type FedGoal,
  type FeedingRegister,
  isFed,
  lastRecorded,
} from '../goals/feeding-register.ts'
import { type GoalId, OWNERS } from '../goals/goal.ts'
import type { Scorecard } from '../scorecard.ts'
import type { Reason, Verdict } from '../verdict.ts'
import type { WaveDates } from './wave-dates.ts'

/** Reason for holding an edition, and the owner who can fix it. */
export type HoldReason =
  | { readonly code: 'wave-open-past-its-date'; readonly owner: Owner; readonly closesOn: CalendarDate }
  | {
      readonly code: 'register-stale'
      readonly owner: Owner
      readonly goal: FedGoal
      readonly register: FeedingRegister
      /** Day of the last entry; null if there is none. */
      readonly lastOn: CalendarDate | null
    }
  | { readonly code: 'goal-unknown'; readonly owner: Owner; readonly goal: GoalId; readonly because: Reason }

/** Reasons of verdicts that are unknown only because known data were not recorded. */
const FOR_WANT_OF_DATA: ReadonlySet<Reason> = new Set([
  'no-inventory',
  'not-checked',
  'no-roster',
  'no-training-record',
  'no-register',
  'nothing-recorded',
  'undecided-suspicions',
])

export interface HoldFacts {
  readonly half: Period
  readonly scorecard: Pick<Scorecard, 'verdicts'>
  readonly wave: WaveDates | null
  readonly recorded: RecordedAt
  readonly today: CalendarDate
  readonly timeZone: string
}

/** Gaps that someone can still fix before the edition of record is sent. Other gaps never hold it. */
export function holdReasons(facts: HoldFacts): readonly HoldReason[] {
  return [...openWave(facts), ...facts.scorecard.verdicts.flatMap((verdict) => ofGoal(verdict, facts))]
}

function openWave({ wave, today }: HoldFacts): readonly HoldReason[] {
  if (wave === null || wave.unlinkedOn !== null || wave.closesOn >= today) return []
  return [{ code: 'wave-open-past-its-date', owner: 'privacy-officer', closesOn: wave.closesOn }]
}

function ofGoal(verdict: Verdict, facts: HoldFacts): readonly HoldReason[] {
  const { goal, reason } = verdict
  const owner = OWNERS[goal]
  if (lacksData(verdict)) return [{ code: 'goal-unknown', owner, goal, because: reason }]
  if (!isFed(goal) || reason === 'no-partner-due') return []
  const lastOn = lastRecorded(goal, facts.recorded, facts.timeZone)
  const [register] = FEEDING_REGISTERS[goal]
  return lastOn !== null && lastOn >= firstDay(quartersOf(facts.half)[1])
    ? []
    : [{ code: 'register-stale', owner, goal, register, lastOn }]
}

function lacksData(verdict: Verdict): boolean {
  if (verdict.verdict !== 'unknown') return false
  // Partners that are not due yet are no gap; a register without partners is.
  if (verdict.goal === 'partner-audit' && verdict.reason === 'no-partner-due')
    return verdict.figures.due + verdict.figures.notYetDue === 0
  return FOR_WANT_OF_DATA.has(verdict.reason)
}
