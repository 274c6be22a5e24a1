import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { RowGoal } from '../rule-changes/rule-change.ts'

/** Steps from the rows at the start of a period to the denominator of its verdict, in their order, with their signs. */
const SIGNS = { joined: 1, 'moved-in': 1, left: -1, excluded: -1, exempt: -1, 'not-yet-due': -1 } as const

export type BridgeStep = keyof typeof SIGNS

export const BRIDGE_STEPS = Object.keys(SIGNS) as readonly BridgeStep[]

/**
 * Rows that stand beside the sum. `waiting`: one person took them out, and they count until two people exclude them.
 * `out-of-scope`: in the register on the last day, and not in the goal's scope.
 */
export const BRIDGE_NOTES = ['waiting', 'out-of-scope'] as const

export type BridgeNote = (typeof BRIDGE_NOTES)[number]

/** How a row came to stand in a line. `messages` has a sentence for each. */
export type BridgeEvent =
  | 'joined'
  | 'left'
  /** The day of leaving was entered later than that day. */
  | 'left-late'
  | 'scope-set'
  | 'scope-unset'
  | 'out-of-scope'
  | 'days-changed'
  | 'removed'
  | 'excluded'
  | 'on-leave'
  | 'not-yet-due'

/** A row of a line. */
export interface BridgeRow {
  readonly line: BridgeStep | BridgeNote
  readonly key: string
  /** Name of a surface or partner, or unit of a staff member. */
  readonly label: string
  readonly event: BridgeEvent
  /** The register's own day: of joining or leaving, or the first day of leave. */
  readonly on: CalendarDate | null
  /** When it was recorded; null if the history does not say. */
  readonly at: Instant | null
  /** Names of the people who recorded it, or of the two who excluded it. */
  readonly by: readonly string[]
  /** The reason of a correction by hand or an exclusion. */
  readonly reason: string | null
}

/** The rows of a goal at the start of a period, and those that moved since. */
export interface BridgeFacts {
  readonly atStart: number
  readonly rows: readonly BridgeRow[]
}

/** The bridge from the start of a period to the denominator of its verdict: it adds up. */
export interface Bridge {
  readonly goal: RowGoal
  /** Half-year, quarter or year, as the goal is judged. */
  readonly period: PeriodKey
  readonly atStart: number
  readonly steps: Readonly<Record<BridgeStep, number>>
  readonly atEnd: number
  readonly notes: Readonly<Record<BridgeNote, number>>
}

export function bridgeOf(goal: RowGoal, period: PeriodKey, { atStart, rows }: BridgeFacts): Bridge {
  const rowCounts = new Map<BridgeRow['line'], number>()
  for (const { line } of rows) rowCounts.set(line, (rowCounts.get(line) ?? 0) + 1)
  const counts = <Line extends BridgeRow['line']>(lines: readonly Line[]) =>
    Object.fromEntries(lines.map((line) => [line, rowCounts.get(line) ?? 0])) as Record<Line, number>
  const steps = counts(BRIDGE_STEPS)
  const atEnd = BRIDGE_STEPS.reduce((sum, step) => sum + SIGNS[step] * steps[step], atStart)
  return { goal, period, atStart, steps, atEnd, notes: counts(BRIDGE_NOTES) }
}

/** The number of a step as it is added. */
export const signedStep = (step: BridgeStep, count: number): number => SIGNS[step] * count
