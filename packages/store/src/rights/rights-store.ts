import type {
  FurtherMessage,
  ListedCase,
  NewMailedCode,
  OfficerPurpose,
  RightsStore,
  SealedConversation,
  SealedMessage,
} from '@wayproof/evidence'
import type { Id, Ids } from '@wayproof/kernel'
import type { Database } from '../engine/database.ts'
import type { Sql } from '../engine/sql.ts'
import { takeCall } from '../sign-in/call-limit-store.ts'
import { CHANGES, type ChangeRow, CORRECT, changeOf, correctionOf, insertChange } from './case-change.ts'
import { CASE, type CaseRow, caseOf, caseValues, INSERT_CASE } from './case-row.ts'
import { postRightsLetter } from './rights-letter.ts'

/** People's requests and complaints in the database; addresses and texts arrive sealed. */
export function rightsStore(database: Database, ids: Ids): RightsStore {
  return {
    openCase: (opened) =>
      database.write((sql) => {
        const { id, message, recorded, code } = opened
        if (sql(INSERT_CASE).run(caseValues(opened)).changes === 0) return
        insertMessage(sql, id, message)
        if (recorded) insertChange(sql, id, recorded)
        if (code) mailCode(sql, id, code, ids)
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

    mailCode: (caseId, code) => database.write((sql) => mailCode(sql, caseId, code, ids)),

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

    addOfficerMessage: (caseId, { message, at, dueOn }) =>
      database.write((sql) => {
        const { purpose, day } = message
        const found = sql<{ anonymous: number }>(OPEN_TO[purpose]).get({ caseId, day, dueOn })
        if (!found) return false
        const number = insertMessage(sql, caseId, message)
        const letter = { id: ids.next(), kind: 'rights-message', caseId, key: `${caseId}:${number}`, at } as const
        if (found.anonymous === 0) postRightsLetter(sql, { ...letter, data: { number, purpose, dueOn } })
        return true
      }),

    closeCase: (caseId, outcome, day) =>
      database.write((sql) => {
        sql('DELETE FROM mailed_code WHERE case_id = ?').run(caseId)
        const close = sql(`UPDATE rights_case SET status = 'closed', outcome = ?, closed_on = ?
          WHERE id = ? AND status <> 'closed'`)
        return close.run(outcome, day, caseId).changes === 1
      }),

    correctCase: (caseId, change, dueOn) =>
      database.write((sql) => {
        if (sql(CORRECT).run(correctionOf(caseId, change, dueOn)).changes === 0) return false
        insertChange(sql, caseId, change)
        return true
      }),

    caseChanges: async (caseId) => database.read<ChangeRow>(CHANGES).all(caseId).map(changeOf),

    allCases: async () => database.read<CaseRow>(ALL).all().map(caseOf),

    furtherMessages: async () => database.read<FurtherMessage>(FURTHER).all(),

    openCases: async () => database.read<CaseRow & Pick<ListedCase, 'lastAuthor'>>(OPEN).all().map(caseOf),

    closedCases: async (limit) => database.read<CaseRow>(CLOSED).all(limit).map(caseOf),
  }
}

function mailCode(sql: Sql, caseId: Id, { id, expiresAt, tries, at, limit }: NewMailedCode, ids: Ids): boolean {
  if (takeCall(sql, limit.caseKey, limit, limit.now) !== null) return false
  if (takeCall(sql, limit.addressKey, limit, limit.now) !== null) return true
  sql('DELETE FROM mailed_code WHERE case_id = ?').run(caseId)
  sql('INSERT INTO mailed_code (id, case_id, expires_at, tries) VALUES (?, ?, ?, ?)').run(id, caseId, expiresAt, tries)
  postRightsLetter(sql, { id: ids.next(), kind: 'rights-code', caseId, data: { codeId: id }, key: id, at })
  return true
}

/** Returns the message's number in its case, the first being 1. */
function insertMessage(sql: Sql, caseId: Id, { author, purpose, day, textSealed }: SealedMessage): number {
  const inserted = sql<{
    number: number
  }>(`INSERT INTO rights_message (case_id, number, author, purpose, day, text_sealed)
    SELECT @caseId, COALESCE(MAX(number), 0) + 1, @author, @purpose, @day, @textSealed FROM rights_message WHERE case_id = @caseId
    RETURNING number`).get({ caseId, author, purpose, day, textSealed })
  return inserted?.number ?? 0
}

/** What each message of an officer does to an open case; no row where it may not be written. */
const OPEN_TO: Readonly<Record<OfficerPurpose, string>> = {
  question: `SELECT anonymous FROM rights_case WHERE id = @caseId AND status <> 'closed'`,
  answer: `UPDATE rights_case SET status = 'answered', answered_on = COALESCE(answered_on, @day)
    WHERE id = @caseId AND status <> 'closed' RETURNING anonymous`,
  extension: `UPDATE rights_case SET due_on = @dueOn, extended_on = @day
    WHERE id = @caseId AND status <> 'closed' AND extended_on IS NULL AND answered_on IS NULL RETURNING anonymous`,
}

const MESSAGES =
  'SELECT author, purpose, day, text_sealed AS textSealed FROM rights_message WHERE case_id = ? ORDER BY number'

const FURTHER = `SELECT DISTINCT rights_case.id, kind, regime, due_on AS dueOn, day
  FROM rights_message JOIN rights_case ON rights_case.id = case_id
  WHERE status <> 'closed' AND number > 1 AND author = 'person' AND day > received_on ORDER BY day, due_on, rights_case.id`

const OPEN = `SELECT ${CASE}, (SELECT author FROM rights_message WHERE case_id = rights_case.id
    ORDER BY number DESC LIMIT 1) AS lastAuthor
  FROM rights_case WHERE status <> 'closed' ORDER BY due_on NULLS LAST, received_on, rights_case.id`

const ALL = `SELECT ${CASE} FROM rights_case ORDER BY received_on, rights_case.id`

const CLOSED = `SELECT ${CASE} FROM rights_case WHERE status = 'closed' ORDER BY closed_on DESC, rights_case.id LIMIT ?`
