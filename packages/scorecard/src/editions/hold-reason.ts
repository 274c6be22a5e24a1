import { type CalendarDate, dateAt, firstDay, type Instant, type Period, quartersOf } from '@wayproof/kernel'
import { type GoalId, OWNERS, type Owner } from '../goals/goal.ts'
import type { Scorecard } from '../scorecard.ts'
import type { Reason, Verdict } from '../verdict.ts'
import type { WaveDates } from './wave-dates.ts'

/** Registers that feed each goal. An entry in any of them is enough; the first is named if all are stale. */
export const FEEDING_REGISTERS = {
  'staff-training': ['exam-attempts', 'training-completions', 'training-sessions', 'staff-roles'],
  'incident-reduction': ['incidents', 'security-assessments'],
  'partner-audit': ['partner-audits', 'partners'],
} as const satisfies Partial<Record<GoalId, readonly string[]>>

type FedGoal = keyof typeof FEEDING_REGISTERS
export type FeedingRegister = (typeof FEEDING_REGISTERS)[FedGoal][number]

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

/** Time of the last entry by register. */
export type RecordedAt = ReadonlyMap<string, Instant>

/** Reasons of verdicts that are unknown only because known data were not recorded. */
const FOR_WANT_OF_DATA: ReadonlySet<Reason> = new Set([
  'no-inventory',
  'not-checked',
  'no-roster',
  'no-training-record',
  'no-register',
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
  const lastOn = lastRecorded(goal, facts)
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

const isFed = (goal: GoalId): goal is FedGoal => Object.hasOwn(FEEDING_REGISTERS, goal)

function lastRecorded(goal: FedGoal, { recorded, timeZone }: HoldFacts): CalendarDate | null {
  const moments = FEEDING_REGISTERS[goal].flatMap((register) => recorded.get(register) ?? [])
  return moments.length === 0 ? null : dateAt(Math.max(...moments), timeZone)
}
