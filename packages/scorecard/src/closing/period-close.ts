import type { Owner } from '@wayproof/accounts/accounts/person'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { hasEnded, type Period, type PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { ActingPerson } from '@wayproof/kernel/people/second-person'
import { GOALS, type GoalId } from '../goals/goal.ts'
import type { Seal, SealedParts } from './seals/seal.ts'

export interface ClosingPerson {
  readonly id: Id
  readonly name: string
}

/** A user with the role that owns goals; the role is null for all others. */
export interface OwningPerson extends ActingPerson {
  readonly owner: Owner | null
}

/** A frozen scorecard. Its owners sign exactly what will be sealed, whatever the registers contain later. */
export interface Freeze {
  readonly id: Id
  readonly period: PeriodKey
  readonly version: number
  readonly parts: Omit<SealedParts, 'signatures'>
  readonly frozenAt: Instant
  readonly frozenBy: ClosingPerson
}

export interface Signature {
  readonly freezeId: Id
  readonly goal: GoalId
  readonly owner: Owner
  readonly by: ClosingPerson
  readonly at: Instant
}

/** A reopened half-year. The old seal stays published until the new version is sealed. */
export interface Reopening {
  readonly id: Id
  readonly period: PeriodKey
  /** The next version. */
  readonly version: number
  readonly reason: string
  readonly at: Instant
  readonly by: ClosingPerson
}

/** Progress of closing a half-year. */
export interface PeriodClosing {
  /** Oldest version first. */
  readonly seals: readonly Seal[]
  /** Null unless a reopening is pending. */
  readonly reopening: Reopening | null
  readonly freeze: Freeze | null
  /** Signatures on the pending freeze. */
  readonly signatures: readonly Signature[]
}

export type ClosingStage = 'running' | 'ended' | 'frozen' | 'signed' | 'closed' | 'reopened'

export function stageOf(
  { seals, reopening, freeze, signatures }: PeriodClosing,
  period: Period,
  today: CalendarDate,
): ClosingStage {
  if (freeze) return unsignedGoals(signatures).length === 0 ? 'signed' : 'frozen'
  if (reopening) return 'reopened'
  if (seals.length > 0) return 'closed'
  return hasEnded(period, today) ? 'ended' : 'running'
}

/** Reason why the content of the seal can no longer change; null if it can. */
export function whyFixed({ seals, reopening, freeze }: PeriodClosing): 'already-frozen' | 'period-closed' | null {
  if (freeze) return 'already-frozen'
  return seals.length > 0 && !reopening ? 'period-closed' : null
}

export const unsignedGoals = (signatures: readonly Signature[]): readonly GoalId[] =>
  GOALS.filter((goal) => !signatures.some((signature) => signature.goal === goal))

/** The stored part of an acting person. */
export const namedAs = ({ id, name }: ClosingPerson): ClosingPerson => ({ id, name })
