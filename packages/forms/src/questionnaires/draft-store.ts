import { NOT_PROPOSED } from '@wayproof/accounts/approvals/release-proposal'
import { withdrawApprovals } from '@wayproof/accounts/approvals/withdraw-approvals'
import type { Prisma, QuestionnaireDraft as Row } from '@wayproof/database/generated/client'
import type { RecordDatabase } from '@wayproof/database/record-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { Questionnaire } from '../questionnaire/questionnaire.ts'
import type { QuestionnaireDraftStore, SeenDraft } from '../questionnaire-draft/ports.ts'
import type { QuestionnaireDraft } from '../questionnaire-draft/questionnaire-draft.ts'

/** Drafts of questionnaires. A save writes no entry of the audit log: there is one every few seconds of typing. */
export function questionnaireDraftStore(database: RecordDatabase): QuestionnaireDraftStore {
  return {
    versions: async (id) => {
      const { questionnaire } = await database.records()
      const rows = await questionnaire.findMany({ where: { id }, orderBy: { version: 'desc' } })
      return rows.map(({ definition, publishedAt, ...row }) => ({
        ...{ id, version: row.version, publishedAt: publishedAt.getTime() },
        questionnaire: JSON.parse(definition) as Questionnaire,
      }))
    },

    openDraft: async (questionnaireId) => {
      const row = await findOpen(await database.records(), questionnaireId)
      return row && draftOf(row)
    },

    startDraft: ({ id, questionnaire, revision, basedOn, saved: { by, at } }) =>
      database.transaction(async ({ records }) => {
        if (await findOpen(records, questionnaire.id)) return false
        const saved = { savedById: by.id, savedBy: by.name, savedAt: new Date(at) }
        const definition = JSON.stringify(questionnaire)
        const row = { id, questionnaireId: questionnaire.id, definition, revision, basedOn, ...saved }
        await records.questionnaireDraft.create({ data: { ...row, state: 'draft' } })
        const details = { version: questionnaire.version, basedOn }
        await addAuditEntry(records, { act: 'questionnaire-drafted', at, subject: questionnaire.id, details })
        return true
      }),

    saveDraft: (draft, questionnaire, { by, at, restored }) =>
      database.transaction(async ({ records }) => {
        const saved = { savedById: by.id, savedBy: by.name, savedAt: new Date(at) }
        const definition = JSON.stringify(questionnaire)
        const { count } = await records.questionnaireDraft.updateMany({
          where: { ...atRevision(draft), state: { not: 'published' } },
          data: { ...saved, definition, revision: draft.seen + 1, ...NOT_PROPOSED },
        })
        if (count > 0) await withdrawApprovals(records, 'questionnaire', [draft.id], at)
        if (count > 0 && restored !== undefined) {
          const details = { version: questionnaire.version, restored }
          await addAuditEntry(records, { act: 'questionnaire-restored', at, subject: questionnaire.id, details })
        }
        return count > 0
      }),

    proposeDraft: (draft, { by, at, mailbox }) =>
      database.transaction(async ({ records }) => {
        const row = await records.questionnaireDraft.findFirst({ where: { ...atRevision(draft), state: 'draft' } })
        if (!row) return false
        const proposed = { proposedById: by.id, proposedBy: by.name, proposedMailbox: new Uint8Array(mailbox) }
        const data = { state: 'proposed', ...proposed, proposedAt: new Date(at) }
        await records.questionnaireDraft.update({ where: { id: draft.id }, data })
        await addAuditEntry(records, { act: 'questionnaire-proposed', at, ...subjectOf(row) })
        return true
      }),

    draftProposers: async (id) => {
      const { questionnaireDraft } = await database.records()
      const row = await questionnaireDraft.findUnique({ where: { id } })
      return row?.proposedById ? [{ id: row.proposedById, mailbox: row.proposedMailbox }] : []
    },

    publishDraft: (draft, questionnaire, { by, at }) =>
      database.transaction(async ({ records }) => {
        const row = await records.questionnaireDraft.findFirst({ where: { ...atRevision(draft), state: 'proposed' } })
        const { id, version } = questionnaire
        if (!row || (await records.questionnaire.findUnique({ where: { id_version: { id, version } } }))) return false
        const definition = JSON.stringify(questionnaire)
        await records.questionnaire.create({ data: { id, version, definition, publishedAt: new Date(at) } })
        const published = { publishedVersion: version, publishedById: by.id, publishedBy: by.name }
        await records.questionnaireDraft.update({
          where: { id: draft.id },
          data: { state: 'published', definition, ...published },
        })
        await addAuditEntry(records, { act: 'questionnaire-published', at, subject: id, details: { version } })
        return true
      }),

    discardDraft: (draft, at) =>
      database.transaction(async ({ records }) => {
        const where = { ...atRevision(draft), state: { not: 'published' } }
        const row = await records.questionnaireDraft.findFirst({ where })
        if (!row) return false
        await records.questionnaireDraft.delete({ where: { id: draft.id } })
        await withdrawApprovals(records, 'questionnaire', [draft.id], at)
        await addAuditEntry(records, { act: 'questionnaire-discarded', at, ...subjectOf(row) })
        return true
      }),
  }
}

const findOpen = ({ questionnaireDraft }: Pick<Prisma.TransactionClient, 'questionnaireDraft'>, id: string) =>
  questionnaireDraft.findFirst({ where: { questionnaireId: id, state: { not: 'published' } } })

const atRevision = ({ id, seen: revision }: SeenDraft) => ({ id, revision })

const subjectOf = ({ questionnaireId, definition }: Row) => ({
  subject: questionnaireId,
  details: { version: (JSON.parse(definition) as Questionnaire).version },
})

function draftOf({ id, definition, revision, basedOn, savedById, savedBy, savedAt, ...row }: Row): QuestionnaireDraft {
  const { proposedById, proposedBy, proposedAt } = row
  const isProposed = proposedById !== null && proposedBy !== null && proposedAt !== null
  return {
    ...{ id, revision, basedOn, questionnaire: JSON.parse(definition) as Questionnaire },
    saved: { by: { id: savedById, name: savedBy }, at: savedAt.getTime() },
    proposed: isProposed ? { by: { id: proposedById, name: proposedBy }, at: proposedAt.getTime() } : null,
  }
}
