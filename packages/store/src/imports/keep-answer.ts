import { ANSWER_KEPT_MS, type ApiAnswer } from '../accounts/api-key-store.ts'
import type { Sql } from '../engine/sqlite/sql.ts'

/** Inside the transaction of an import. Throws where an answer exists under this name, so that nothing is done twice. */
export function keepAnswerOnce(sql: Sql, answer: ApiAnswer): void {
  sql('DELETE FROM api_answer WHERE at <= ?').run(answer.at - ANSWER_KEPT_MS)
  sql(`INSERT INTO api_answer (key_id, asked_as, body_hash, answer, at)
    VALUES (@keyId, @askedAs, @bodyHash, @answer, @at)`).run({ ...answer })
}
