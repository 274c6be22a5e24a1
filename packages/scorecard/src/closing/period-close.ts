import {
  type ActingPerson,
  type CalendarDate,
  hasEnded,
  type Id,
  type Instant,
  type Period,
  type PeriodKey,
} from '@wayproof/kernel'
import { GOALS, type GoalId, type Owner } from '../goals/goal.ts'
import type { Seal, SealedParts } from './seals/seal.ts'

export interface ClosingPerson {
  readonly id: Id
  readonly name: string
}

/** Somebody with the role that answers for goals; null where it answers for none. */
export interface OwningPerson extends ActingPerson {
  readonly owner: Owner | null
}

/** A scorecard put before its owners: what they sign is what will be sealed, whatever the registers say later. */
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

/** A closed half-year taken up again. What is sealed stays published until the new version is. */
export interface Reopening {
  readonly id: Id
  readonly period: PeriodKey
  /** The version that is to come. */
  readonly version: number
  readonly reason: string
  readonly at: Instant
  readonly by: ClosingPerson
}

/** How far the closing of a half-year has come. */
export interface PeriodClosing {
  /** Oldest version first. */
  readonly seals: readonly Seal[]
  /** Null unless one waits. */
  readonly reopening: Reopening | null
  readonly freeze: Freeze | null
  /** Signatures of the freeze that waits. */
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

/** Why nothing that is to be sealed can be decided any more; null while it can. */
export function whyFixed({ seals, reopening, freeze }: PeriodClosing): 'already-frozen' | 'period-closed' | null {
  if (freeze) return 'already-frozen'
  return seals.length > 0 && !reopening ? 'period-closed' : null
}

export const unsignedGoals = (signatures: readonly Signature[]): readonly GoalId[] =>
  GOALS.filter((goal) => !signatures.some((signature) => signature.goal === goal))

/** What is kept of somebody who acts. */
export const namedAs = ({ id, name }: ClosingPerson): ClosingPerson => ({ id, name })
