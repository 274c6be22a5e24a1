import type { Freeze, GoalId, Owner, Reopening, Signature } from '@wayproof/scorecard'

export interface FreezeRow {
  readonly id: string
  readonly period: string
  readonly version: number
  readonly figures: string
  readonly definitions: string
  readonly evidence: string
  readonly actions: string
  readonly frozen_at: number
  readonly frozen_by_id: string
  readonly frozen_by: string
}

export const freezeOf = (row: FreezeRow): Freeze => ({
  id: row.id,
  period: row.period,
  version: row.version,
  parts: { figures: row.figures, definitions: row.definitions, evidence: row.evidence, actions: row.actions },
  frozenAt: row.frozen_at,
  frozenBy: { id: row.frozen_by_id, name: row.frozen_by },
})

export interface SignatureRow {
  readonly freeze_id: string
  readonly goal: GoalId
  readonly owner: Owner
  readonly signed_by_id: string
  readonly signed_by: string
  readonly signed_at: number
}

export const signatureOf = (row: SignatureRow): Signature => ({
  freezeId: row.freeze_id,
  goal: row.goal,
  owner: row.owner,
  by: { id: row.signed_by_id, name: row.signed_by },
  at: row.signed_at,
})

export interface ReopeningRow {
  readonly id: string
  readonly period: string
  readonly version: number
  readonly reason: string
  readonly reopened_at: number
  readonly reopened_by_id: string
  readonly reopened_by: string
}

export const reopeningOf = (row: ReopeningRow): Reopening => ({
  id: row.id,
  period: row.period,
  version: row.version,
  reason: row.reason,
  at: row.reopened_at,
  by: { id: row.reopened_by_id, name: row.reopened_by },
})
