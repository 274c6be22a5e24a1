import type { CloseChange as Row } from '@wayproof/database/generated/client'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { SurveyStore } from '../ports.ts'
import type { CloseChange } from './close-change.ts'
import { setClosingDay } from './letters/waiting-letters.ts'

export type CloseChangeStore = Pick<SurveyStore, 'proposeClose' | 'proposers' | 'closeChanges' | 'decideClose'>

export function closeChangeStore(database: QueryDatabase): CloseChangeStore {
  return {
    proposeClose: ({ id, waveId, closesOn, reason, proposedBy, proposedAt }, mailbox) =>
      database.transaction(async ({ records }) => {
        const { closeChange, wave } = records
        const open = await wave.findUnique({ where: { id: waveId, status: 'open' } })
        if (!open) return false
        if (await closeChange.findFirst({ where: { waveId, decision: null } })) return false
        const by = {
          proposedById: proposedBy.id,
          proposedBy: proposedBy.name,
          proposedMailbox: new Uint8Array(mailbox),
        }
        const data = { id, waveId, closesOn, reason, ...by, proposedAt: new Date(proposedAt) }
        await closeChange.create({ data })
        const details = closesOn === null ? {} : { closesOn }
        const entry = { act: 'closing-day-proposed', at: proposedAt, subject: open.period, details } as const
        await addAuditEntry(records, entry)
        return true
      }),

    proposers: async (id) => {
      const { closeChange } = await database.records()
      const row = await closeChange.findUnique({ where: { id } })
      return row ? [{ id: row.proposedById, mailbox: row.proposedMailbox }] : []
    },

    closeChanges: async (waveId) => {
      const { closeChange } = await database.records()
      const rows = await closeChange.findMany({ where: { waveId }, orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }] })
      return rows.map(closeChangeOf)
    },

    decideClose: (id, { by, at, close }) =>
      database.transaction(async ({ records, query }) => {
        const { closeChange, wave } = records
        const change = await closeChange.findUnique({ where: { id, decision: null } })
        const open = change && (await wave.findUnique({ where: { id: change.waveId, status: 'open' } }))
        if (!open) return false
        const decision = close ? 'approved' : 'declined'
        const decided = { decision, decidedById: by.id, decidedBy: by.name, decidedAt: new Date(at) }
        await closeChange.update({ where: { id }, data: decided })
        const details = { outcome: close ? 'confirmed' : 'declined' }
        await addAuditEntry(records, { act: 'closing-day-decided', at, subject: open.period, details })
        if (close === null) return true
        await wave.update({ where: { id: change.waveId }, data: { closesAt: new Date(close.closesAt) } })
        await setClosingDay(query, change.waveId, close.closesOn)
        return true
      }),
  }
}

function closeChangeOf({ decision, decidedById, decidedBy, decidedAt, ...row }: Row): CloseChange {
  const { id, waveId, closesOn, reason } = row
  const isDecided = decision !== null && decidedById !== null && decidedBy !== null && decidedAt !== null
  const approved = decision === 'approved'
  return {
    ...{ id, waveId, closesOn, reason },
    proposedBy: { id: row.proposedById, name: row.proposedBy },
    proposedAt: row.proposedAt.getTime(),
    decided: isDecided ? { approved, by: { id: decidedById, name: decidedBy }, at: decidedAt.getTime() } : null,
  }
}
