import {
  type CalendarDate,
  elapsedShare,
  hasEnded,
  lastDay,
  type Period,
  periodKey,
  ratio,
  type Share,
} from '@wayproof/kernel'
import type { Rules } from '../rules.ts'
import { type GoalId, OWNERS, type Owner, TARGETS } from './goal.ts'

/** What a goal is judged by, beside its facts. */
export interface GoalContext {
  /** The period the goal is judged for: half-year, quarter or year. */
  readonly period: Period
  /** The last day that counts. */
  readonly asOf: CalendarDate
  /** The day of the judgement; a period that is not over on it runs. Absent: a period is over with its last day. */
  readonly today?: CalendarDate
  readonly rules: Rules
  /** The paper's target where absent. */
  readonly target?: Share
  /** How much of the period is over, 0-1, where something better than the calendar knows it. */
  readonly elapsedShare?: number
}

export const targetOf = (goal: GoalId, { target }: GoalContext): Share => target ?? TARGETS[goal]

/** The part of a verdict that no fact decides. */
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

/** How much of `period` is over: the usual course where it is known (trainings come late), else the calendar. */
export function elapsedOf(period: Period, context: GoalContext, usual: Share | null = null): number {
  return context.elapsedShare ?? (usual && ratio(usual)) ?? elapsedShare(period, context.asOf)
}

/** Whether `period` is over, so that nothing can change its verdict. */
export function isClosed(period: Period, { asOf, today, elapsedShare: share }: GoalContext): boolean {
  if (share !== undefined && share < 1) return false
  return asOf >= lastDay(period) && (today === undefined || hasEnded(period, today))
}
