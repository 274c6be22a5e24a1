import type { ChangeOutcome, RowGoal, RuleChange, SettingId } from '@wayproof/scorecard'

export interface RuleChangeRow {
  readonly id: string
  readonly kind: RuleChange['what']['kind']
  readonly setting: SettingId | null
  readonly value: number | null
  readonly goal: RowGoal | null
  readonly row_key: string | null
  readonly row_label: string | null
  readonly applies_from: string
  readonly reason: string
  readonly document: string | null
  readonly proposed_by_id: string
  readonly proposed_by: string
  readonly proposed_at: number
  readonly decision: ChangeOutcome | null
  readonly decided_by_id: string | null
  readonly decided_by: string | null
  readonly decided_at: number | null
  readonly number: number | null
}

export function ruleChangeOf(row: RuleChangeRow): RuleChange {
  const { decision, decided_by_id, decided_by, decided_at } = row
  const known = decision !== null && decided_by_id !== null && decided_by !== null && decided_at !== null
  return {
    id: row.id,
    what: whatOf(row),
    reason: row.reason,
    document: row.document,
    proposedBy: { id: row.proposed_by_id, name: row.proposed_by },
    proposedAt: row.proposed_at,
    decided: known ? { outcome: decision, by: { id: decided_by_id, name: decided_by }, at: decided_at } : null,
    number: row.number,
  }
}

function whatOf({ kind, setting, value, goal, row_key, row_label, applies_from }: RuleChangeRow): RuleChange['what'] {
  if (kind === 'setting' && setting) return { kind, setting, value, appliesFrom: applies_from }
  if (kind === 'setting' || !goal) throw new Error(`a change of the rules is of no ${kind}`)
  return { kind, goal, row: row_key, label: row_label, appliesFrom: applies_from }
}
