import type { TableRow } from '@wayproof/evidence/import/table'
import type { RegisterId, RegisterRows } from '@wayproof/evidence/register'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type Period, periodKey, periodOf, previousPeriod } from '@wayproof/kernel/calendar/period'
import { GOALS, type GoalId } from '@wayproof/scorecard/goals/goal'
import { GOAL_REGISTERS } from '@wayproof/scorecard/goals/goal-registers'
import { judgeGoal } from '@wayproof/scorecard/goals/judge-goal'
import type { FactSource } from '@wayproof/scorecard/ports'
import { publish } from '@wayproof/scorecard/publish/publish'
import type { Verdict } from '@wayproof/scorecard/verdict'
import type { Services } from '../trpc/context.ts'
import { scorecardPorts } from '../trpc/ports.ts'

/** A goal whose figure an import changes or leaves, in a half-year that is not closed. */
export interface GoalEffect {
  readonly before: Verdict
  readonly after: Verdict
}

/** Writers wait while the rows are taken over and undone, so larger files are only checked. */
const MOST_FORESEEN_ROWS = 20_000

/**
 * Judges the goals of a register before and after its checked rows, in the running half-year and the one before it, with
 * the counting of the scorecard itself. Null for a large file or a register that no goal counts.
 */
export async function foreseeGoals<Register extends RegisterId>(
  services: Services,
  register: Register,
  rows: readonly TableRow<RegisterRows[Register]>[],
): Promise<readonly GoalEffect[] | null> {
  const goals = GOALS.filter((goal) => GOAL_REGISTERS[goal].includes(register))
  if (goals.length === 0 || rows.length > MOST_FORESEEN_ROWS) return null
  const { store, clock, timeZone, rules } = services
  const today = dateAt(clock.now(), timeZone)
  const running = periodOf('half-year', today)
  const halfYears: Period[] = []
  for (const half of [running, previousPeriod(running)])
    if (!(await store.sealed(periodKey(half)))) halfYears.push(half)
  const judge = async (facts: FactSource) => {
    const verdicts: Verdict[] = []
    for (const goal of goals)
      for (const half of halfYears) verdicts.push(publish(await judgeGoal<GoalId>({ facts }, goal, half, today)))
    return verdicts
  }
  const before = await judge(scorecardPorts(services).facts)
  const after = await store.countAsImported(rules, { register, rows }, judge)
  // Both half-years of a year have the same verdict on a yearly goal.
  const isFirst = ({ goal, period }: Verdict, place: number) =>
    before.findIndex((each) => each.goal === goal && each.period === period) === place
  return before.flatMap((verdict, place) => {
    const then = after[place]
    return then && isFirst(verdict, place) ? [{ before: verdict, after: then }] : []
  })
}
