import type { RuleChange as Row } from '@wayproof/database/generated/client'
import type { ChangeOutcome, RowGoal, RuleChange } from '../rule-changes/rule-change.ts'
import type { SettingId } from '../rule-changes/setting.ts'

export function ruleChangeOf(row: Row): RuleChange {
  const { id, reason, document, decidedById, decidedBy, decidedAt, number } = row
  const outcome = row.decision as ChangeOutcome | null
  const isDecided = outcome !== null && decidedById !== null && decidedBy !== null && decidedAt !== null
  return {
    ...{ id, what: whatOf(row), reason, document, number },
    proposedBy: { id: row.proposedById, name: row.proposedBy },
    proposedAt: row.proposedAt.getTime(),
    decided: isDecided ? { outcome, by: { id: decidedById, name: decidedBy }, at: decidedAt.getTime() } : null,
  }
}

function whatOf({ kind, setting, value, goal, rowKey, rowLabel, appliesFrom }: Row): RuleChange['what'] {
  if (kind === 'setting' && setting) return { kind, setting: setting as SettingId, value, appliesFrom }
  if ((kind !== 'exclusion' && kind !== 'readmission') || !goal) throw new Error(`${kind} is not a kind of rule change`)
  return { kind, goal: goal as RowGoal, row: rowKey, label: rowLabel, appliesFrom }
}
