import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, type Period, periodKey, quartersOf, yearOf } from '@wayproof/kernel/calendar/period'
import type { HalfYearFacts } from '../ports.ts'
import type { RowGoal } from '../rule-changes/rule-change.ts'
import { type Bridge, type BridgeFacts, type BridgeRow, bridgeOf } from './bridge.ts'
import { asOfDay } from './judge-goal.ts'

export interface ListedBridge extends Bridge {
  readonly rows: readonly BridgeRow[]
}

/** Lists the bridges of a goal: for training one for each started quarter, else one for the verdict's period. */
export async function listBridges(
  facts: HalfYearFacts,
  goal: RowGoal,
  half: Period,
  today: CalendarDate,
): Promise<readonly ListedBridge[]> {
  const asOf = asOfDay(half, today)
  const listed = async (period: Period, counted: Promise<BridgeFacts>): Promise<ListedBridge> => {
    const bridgeFacts = await counted
    const rows = bridgeFacts.rows.map((row) => (row.line === 'excluded' ? withDecision(row, goal, facts) : row))
    return { ...bridgeOf(goal, periodKey(period), bridgeFacts), rows }
  }
  switch (goal) {
    case 'policy-publication':
      return [await listed(half, facts.surfacesBridge(asOf))]
    case 'partner-audit':
      return [await listed(yearOf(half), facts.partnersBridge(half.year, asOf))]
    case 'staff-training': {
      const begun = quartersOf(half).filter((quarter) => firstDay(quarter) <= today)
      return Promise.all(begun.map((quarter) => listed(quarter, facts.staffBridge(quarter, today))))
    }
  }
}

/** An exclusion stands with its reason and the two people who decided it. */
function withDecision(row: BridgeRow, goal: RowGoal, { exclusions }: Pick<HalfYearFacts, 'exclusions'>): BridgeRow {
  const exclusion = exclusions.find((each) => each.goal === goal && each.row === row.key)
  return exclusion ? { ...row, at: exclusion.at, by: exclusion.by, reason: exclusion.reason } : row
}
