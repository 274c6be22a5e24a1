import type { ConfirmedRow, ConfirmedSetting } from '@wayproof/scorecard'
import type { ReadSql } from '../engine/sql.ts'

/** What two people changed about the rules, in the order of the numbers. */
export const readConfirmedSettings = (read: ReadSql): readonly ConfirmedSetting[] =>
  read<ConfirmedSetting>(`SELECT setting, value, applies_from AS appliesFrom, number FROM rule_change
    WHERE kind = 'setting' AND decision = 'confirmed' AND number IS NOT NULL ORDER BY number`).all()

/** Rows that two people left out or took in again, in the order of the decisions. */
export const readConfirmedRows = (read: ReadSql): readonly ConfirmedRow[] =>
  read<ConfirmedRow>(`SELECT kind, goal, row_key AS row, row_label AS label, applies_from AS appliesFrom, reason,
      decided_at AS at
    FROM rule_change WHERE kind <> 'setting' AND decision = 'confirmed' ORDER BY decided_at, proposed_at, id`).all()
