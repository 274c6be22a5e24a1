import type { ChangeOutcome, RuleChange, SettingId } from '@wayproof/scorecard'

export interface RuleChangeRow {
  readonly id: string
  readonly setting: SettingId
  readonly value: number | null
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
    what: { kind: 'setting', setting: row.setting, value: row.value, appliesFrom: row.applies_from },
    reason: row.reason,
    document: row.document,
    proposedBy: { id: row.proposed_by_id, name: row.proposed_by },
    proposedAt: row.proposed_at,
    decided: known ? { outcome: decision, by: { id: decided_by_id, name: decided_by }, at: decided_at } : null,
    number: row.number,
  }
}
