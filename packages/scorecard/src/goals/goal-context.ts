import type { Owner } from '@wayproof/accounts/accounts/person'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { elapsedShare, hasEnded, lastDay, type Period, periodKey } from '@wayproof/kernel/calendar/period'
import { ratio, type Share } from '@wayproof/kernel/share'
import type { Rules } from '../rules.ts'
import { type GoalId, OWNERS, TARGETS } from './goal.ts'

/** Context of a judgment besides its facts. */
export interface GoalContext {
  /** The judged period: half-year, quarter or year. */
  readonly period: Period
  /** Last day that counts. */
  readonly asOf: CalendarDate
  /** Day of the judgment; a period that ends later is running. Absent: a period is over on its last day. */
  readonly today?: CalendarDate
  readonly rules: Rules
  /** The paper's target if absent. */
  readonly target?: Share
  /** Elapsed share of the period, 0-1, if a better measure than the calendar exists. */
  readonly elapsedShare?: number
}

export const targetOf = (goal: GoalId, { target }: GoalContext): Share => target ?? TARGETS[goal]

/** Fields of a verdict that do not depend on facts. */
export function stamp<G extends GoalId>(goal: G, context: GoalContext): Stamp<G> {
  return {
    goal,
    period: periodKey(context.period),
    target: ratio(targetOf(goal, context)) ?? 0,
    owner: OWNERS[goal],
    asOf: context.asOf,
    ruleVersion: context.rules.version,
  }
}

interface Stamp<G extends GoalId> {
  readonly goal: G
  readonly period: string
  readonly target: number
  readonly owner: Owner
  readonly asOf: CalendarDate
  readonly ruleVersion: string
}

/** Elapsed share of `period`: the usual progress if known (trainings come late), else by the calendar. */
export function elapsedOf(period: Period, context: GoalContext, share: Share | null = null): number {
  return context.elapsedShare ?? (share && ratio(share)) ?? elapsedShare(period, context.asOf)
}

/** Returns true if `period` is over, so that its verdict is final. */
export function isClosed(period: Period, { asOf, today, elapsedShare: share }: GoalContext): boolean {
  if (share !== undefined && share < 1) return false
  return asOf >= lastDay(period) && (today === undefined || hasEnded(period, today))
}
