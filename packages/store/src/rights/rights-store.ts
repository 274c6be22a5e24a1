import type { ListedCase, RightsStore, SealedConversation, SealedMessage } from '@wayproof/evidence'
import type { Id, Ids } from '@wayproof/kernel'
import type { Database } from '../sqlite/database.ts'
import type { Sql } from '../sqlite/sql.ts'
import { CASE, type CaseRow, caseOf, caseValues, INSERT_CASE } from './case-row.ts'
import { postRightsLetter } from './rights-letter.ts'

/** People's requests and complaints in the database; addresses and texts arrive sealed. */
export function rightsStore(database: Database, ids: Ids): RightsStore {
  return {
    openCase: (opened) =>
      database.write((sql) => {
        if (sql(INSERT_CASE).run(caseValues(opened)).changes === 0) return false
        insertMessage(sql, opened.id, opened.message)
        return true
      }),

    conversation: async (of) => {
      const where = 'id' in of ? 'id = ?' : 'code_hash = ?'
      const row = database
        .read<CaseRow & { readonly contactSealed: Uint8Array | null }>(
          `SELECT ${CASE}, contact_sealed AS contactSealed FROM rights_case WHERE ${where}`,
        )
        .get('id' in of ? of.id : of.codeHash)
      if (!row) return null
      const { contactSealed, ...found } = row
      const messages = database.read<SealedMessage>(MESSAGES).all(found.id)
      return { case: caseOf(found), contactSealed, messages } satisfies SealedConversation
    },

    mailCode: (caseId, { id, expiresAt, tries, at }) =>
      database.write((sql) => {
        sql('DELETE FROM mailed_code WHERE case_id = ?').run(caseId)
        sql('INSERT INTO mailed_code (id, case_id, expires_at, tries) VALUES (?, ?, ?, ?)').run(
          id,
          caseId,
          expiresAt,
          tries,
        )
        postRightsLetter(sql, { id: ids.next(), kind: 'rights-code', caseId, data: { codeId: id }, key: id, at })
      }),

    spendTry: (caseId, now) =>
      database.write((sql) => {
        const spent = sql<{ id: Id }>(`UPDATE mailed_code SET tries = tries - 1
          WHERE case_id = ? AND expires_at > ? AND tries > 0 RETURNING id`).get(caseId, now)
        return spent?.id ?? null
      }),

    markChecked: (caseId, day) =>
      database.write((sql) => {
        sql('DELETE FROM mailed_code WHERE case_id = ?').run(caseId)
        sql(`UPDATE rights_case SET status = 'identity-checked', identity_checked_on = ?
          WHERE id = ? AND status = 'received'`).run(day, caseId)
      }),

    addMessage: (caseId, message, most) =>
      database.write((sql) => {
        const written = `SELECT COUNT(*) FROM rights_message WHERE case_id = rights_case.id AND author = 'person'`
        const open = sql(`SELECT 1 FROM rights_case WHERE id = ? AND status <> 'closed' AND (${written}) < ?`)
        if (!open.get(caseId, most)) return false
        insertMessage(sql, caseId, message)
        return true
      }),

    addAnswer: (caseId, message, at) =>
      database.write((sql) => {
        const answered = sql<{ anonymous: number }>(`UPDATE rights_case SET status = 'answered',
            answered_on = COALESCE(answered_on, ?) WHERE id = ? AND status <> 'closed' RETURNING anonymous`)
        const found = answered.get(message.day, caseId)
        if (!found) return false
        const number = insertMessage(sql, caseId, message)
        const key = `${caseId}:${number}`
        if (found.anonymous === 0)
          postRightsLetter(sql, { id: ids.next(), kind: 'rights-answer', caseId, data: { number }, key, at })
        return true
      }),

    closeCase: (caseId, outcome, day) =>
      database.write((sql) => {
        sql('DELETE FROM mailed_code WHERE case_id = ?').run(caseId)
        const close = sql(`UPDATE rights_case SET status = 'closed', outcome = ?, closed_on = ?
          WHERE id = ? AND status <> 'closed'`)
        return close.run(outcome, day, caseId).changes === 1
      }),

    openCases: async () => database.read<CaseRow & Pick<ListedCase, 'lastAuthor'>>(OPEN).all().map(caseOf),

    closedCases: async (limit) => database.read<CaseRow>(CLOSED).all(limit).map(caseOf),
  }
}

/** Returns the message's number in its case, the first being 1. */
function insertMessage(sql: Sql, caseId: Id, { author, day, textSealed }: SealedMessage): number {
  const inserted = sql<{ number: number }>(`INSERT INTO rights_message (case_id, number, author, day, text_sealed)
    SELECT @caseId, COALESCE(MAX(number), 0) + 1, @author, @day, @textSealed FROM rights_message WHERE case_id = @caseId
    RETURNING number`).get({ caseId, author, day, textSealed })
  return inserted?.number ?? 0
}

const MESSAGES = 'SELECT author, day, text_sealed AS textSealed FROM rights_message WHERE case_id = ? ORDER BY number'

const OPEN = `SELECT ${CASE}, (SELECT author FROM rights_message WHERE case_id = rights_case.id
    ORDER BY number DESC LIMIT 1) AS lastAuthor
  FROM rights_case WHERE status <> 'closed' ORDER BY due_on NULLS LAST, received_on, rights_case.id`

const CLOSED = `SELECT ${CASE} FROM rights_case WHERE status = 'closed' ORDER BY closed_on DESC, rights_case.id LIMIT ?`
