import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, parsePeriod, periodKey, periodOf } from '@wayproof/kernel/calendar/period'
import type { BridgeRow } from '../goals/bridge.ts'
import { listBridges } from '../goals/list-bridges.ts'
import type { RuleChangePorts } from './ports.ts'
import type { RowGoal, RuleChange } from './rule-change.ts'
import { openHalfYears } from './rules-lock.ts'

/** A row that one person took out of a begun period, and that counts until two people exclude it. */
export interface TakenOut {
  readonly goal: RowGoal
  /** The first half-year that an exclusion can still apply to; for a yearly goal it applies to the rest of the year. */
  readonly period: PeriodKey
  readonly row: BridgeRow
}

const SCOPED_GOALS = ['policy-publication', 'partner-audit'] as const satisfies readonly RowGoal[]

/** Lists the rows that wait for two people and whose exclusion nobody has proposed. */
export async function listTakenOut({ changes, facts, clock, timeZone }: RuleChangePorts): Promise<readonly TakenOut[]> {
  const today = dateAt(clock.now(), timeZone)
  const current = periodKey(periodOf('half-year', today))
  const halves = openHalfYears(await changes.standing(), today).filter((half) => half <= current)
  const all = await changes.changes()
  const listed = new Map<string, TakenOut>()
  for (const period of halves) {
    const half = parsePeriod(period)
    if (!half) continue
    const counts = await facts.forHalfYear(period)
    for (const goal of SCOPED_GOALS)
      for (const bridge of await listBridges(counts, goal, half, today))
        for (const row of bridge.rows) {
          const name = JSON.stringify([goal, bridge.period, row.key])
          if (row.line === 'waiting' && !listed.has(name) && !isProposed(all, goal, row.key))
            listed.set(name, { goal, period, row })
        }
  }
  return [...listed.values()]
}

/** True if an exclusion of the row waits for a second person. */
export const isProposed = (changes: readonly RuleChange[], goal: RowGoal, key: string): boolean =>
  changes.some(
    ({ what, decided }) => decided === null && what.kind === 'exclusion' && what.goal === goal && what.row === key,
  )
