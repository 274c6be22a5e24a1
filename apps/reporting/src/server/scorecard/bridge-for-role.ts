import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { BridgeRow } from '@wayproof/scorecard/goals/bridge'
import type { BridgeRead } from '@wayproof/scorecard/read-bridges'
import { isProposed } from '@wayproof/scorecard/rule-changes/list-taken-out'
import type { RuleChange } from '@wayproof/scorecard/rule-changes/rule-change'
import { maySeeStaff } from '../registers/register-access.ts'

export interface BridgeView extends Omit<BridgeRead, 'rows'> {
  readonly rows: readonly BridgeRowView[]
  /** This reader may not see single members of staff. */
  readonly rowsHidden: boolean
}

export interface BridgeRowView extends BridgeRow {
  /** An exclusion of the row waits for a second person. */
  readonly proposed: boolean
}

/** A reader who may not see single members of staff gets the numbers without the people. */
export function bridgeForRole(role: UserRole, bridge: BridgeRead, changes: readonly RuleChange[]): BridgeView {
  const isHidden = bridge.goal === 'staff-training' && !maySeeStaff(role)
  const rows = isHidden ? [] : bridge.rows
  return {
    ...bridge,
    rows: rows.map((row) => ({
      ...row,
      proposed: row.line === 'waiting' && isProposed(changes, bridge.goal, row.key),
    })),
    rowsHidden: isHidden,
  }
}
