import type { Messages } from '@wayproof/messages'
import type { GoalId } from '@wayproof/scorecard'
import type { GoalView } from '../api.ts'

export interface MissingText {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** Rows as text: each with its number, why and what is known; or, for those who may not see people, counts by unit. */
export function missingRows(goal: GoalId, missing: GoalView['missing'], words: Messages): MissingText {
  const text = words.reporting.goal.missing
  const label = text.labels[goal]
  const columns = [label, text.id, text.why, text.detail]
  const rows: string[][] = []
  for (const row of missing) {
    if ('unit' in row) {
      rows.push([row.unit || text.otherUnits, String(row.count)])
    } else {
      const detail = row.why === 'old-version' && row.detail ? text.version(row.detail) : row.detail
      rows.push([row.label, row.key, words.scorecard.why[row.why], detail ?? words.reporting.shell.none])
    }
  }
  const units = missing.some((row) => 'unit' in row)
  return { columns: units ? [label, text.people] : columns, rows }
}
