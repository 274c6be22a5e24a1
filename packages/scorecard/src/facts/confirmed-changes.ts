import type { ReadQuery } from '@wayproof/database/query/query'
import type { ConfirmedRow } from '../rule-changes/exclusion.ts'
import type { ConfirmedSetting } from '../rule-changes/rule-change.ts'

/** Changes of the rules that two people confirmed, in the order of their numbers. */
export const readConfirmedSettings = (query: ReadQuery): Promise<readonly ConfirmedSetting[]> =>
  query.all<ConfirmedSetting>(`SELECT setting, value, applies_from AS appliesFrom, number FROM rule_change
    WHERE kind = 'setting' AND decision = 'confirmed' AND number IS NOT NULL ORDER BY number`)

/** Rows that two people excluded or included again, in the order of the decisions. */
export async function readConfirmedRows(query: ReadQuery): Promise<readonly ConfirmedRow[]> {
  type Row = Omit<ConfirmedRow, 'by'> & { readonly proposedBy: string; readonly decidedBy: string }
  const rows =
    await query.all<Row>(`SELECT kind, goal, row_key AS row, row_label AS label, applies_from AS appliesFrom, reason,
      decided_at AS at, proposed_by AS proposedBy, decided_by AS decidedBy
    FROM rule_change WHERE kind <> 'setting' AND decision = 'confirmed' ORDER BY decided_at, proposed_at, id`)
  return rows.map(({ proposedBy, decidedBy, ...row }) => ({ ...row, by: [proposedBy, decidedBy] }))
}
