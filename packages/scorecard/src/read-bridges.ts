import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { type HalfYearFault, halfYearNamed } from './build-scorecard.ts'
import type { Bridge } from './goals/bridge.ts'
import type { GoalId } from './goals/goal.ts'
import { type ListedBridge, listBridges } from './goals/list-bridges.ts'
import type { ScorecardPorts } from './ports.ts'
import { ROW_GOALS } from './rule-changes/rule-change.ts'
import type { Scorecard } from './scorecard.ts'

/** A bridge with today's rows, and the origin of its numbers. */
export interface BridgeRead extends ListedBridge {
  /**
   * `today`: the half-year is not closed. `sealed`: as sealed. `not-sealed`: the half-year was closed by a version that
   * sealed no bridge; the numbers are today's.
   */
  readonly origin: 'today' | 'sealed' | 'not-sealed'
  /** True if the registers give other numbers than the seal. */
  readonly changed: boolean
}

/** Reads the bridges of a goal under its valid scorecard; goals without a register of rows have none. */
export async function readBridges(
  ports: Pick<ScorecardPorts, 'facts' | 'clock' | 'timeZone'>,
  { goal, period }: { readonly goal: GoalId; readonly period: PeriodKey },
  { seal, bridges }: Pick<Scorecard, 'seal' | 'bridges'>,
): Promise<Outcome<readonly BridgeRead[], HalfYearFault>> {
  const half = halfYearNamed(period)
  if (!half.ok) return half
  const rowGoal = ROW_GOALS.find((each) => each === goal)
  if (!rowGoal) return ok([])
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const lists = await listBridges(await ports.facts.forHalfYear(period), rowGoal, half.value, today)
  return ok(
    lists.map((list) => {
      const sealed = bridges?.find((each) => each.goal === goal && each.period === list.period)
      if (!seal || !sealed) return { ...list, origin: seal ? 'not-sealed' : 'today', changed: false }
      return { ...list, ...sealed, origin: 'sealed', changed: !isSame(sealed, list) }
    }),
  )
}

const isSame = (sealed: Bridge, { rows: _, ...now }: ListedBridge): boolean =>
  [...numbersOf(sealed)].join() === [...numbersOf(now)].join()

const numbersOf = ({ atStart, steps, atEnd, notes }: Bridge): readonly number[] => [
  atStart,
  ...sorted(steps),
  atEnd,
  ...sorted(notes),
]

const sorted = (counts: Readonly<Record<string, number>>): readonly number[] =>
  Object.keys(counts)
    .toSorted()
    .map((name) => counts[name] ?? 0)
