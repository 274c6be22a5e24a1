import type { Owner } from '@wayproof/accounts/accounts/person'
import type { GoalSignature, PeriodFreeze, PeriodReopening } from '@wayproof/database/generated/client'
import type { GoalId } from '../goals/goal.ts'
import type { Freeze, Reopening, Signature } from './period-close.ts'

export const freezeOf = ({ figures, definitions, evidence, actions, ...row }: PeriodFreeze): Freeze => ({
  ...{ id: row.id, period: row.period, version: row.version },
  parts: { figures, definitions, evidence, actions },
  frozenAt: row.frozenAt.getTime(),
  frozenBy: { id: row.frozenById, name: row.frozenBy },
})

export const signatureOf = ({ freezeId, goal, owner, signedById, signedBy, signedAt }: GoalSignature): Signature => ({
  freezeId,
  goal: goal as GoalId,
  owner: owner as Owner,
  by: { id: signedById, name: signedBy },
  at: signedAt.getTime(),
})

export const reopeningOf = ({ id, period, version, reason, ...row }: PeriodReopening): Reopening => ({
  ...{ id, period, version, reason },
  at: row.reopenedAt.getTime(),
  by: { id: row.reopenedById, name: row.reopenedBy },
})
