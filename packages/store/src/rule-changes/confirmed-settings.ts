import type { ConfirmedSetting } from '@wayproof/scorecard'
import type { ReadSql } from '../sqlite/sql.ts'

/** What two people changed about the rules, in the order of the numbers. */
export const readConfirmedSettings = (read: ReadSql): readonly ConfirmedSetting[] =>
  read<ConfirmedSetting>(`SELECT setting, value, applies_from AS appliesFrom, number FROM rule_change
    WHERE decision = 'confirmed' AND number IS NOT NULL ORDER BY number`).all()
