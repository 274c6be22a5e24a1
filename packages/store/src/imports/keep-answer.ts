import { ANSWER_KEPT_MS, type ApiAnswer } from '../accounts/api-key-store.ts'
import type { Query } from '../engine/query/query.ts'

/** Inside the transaction of an import. Throws where an answer exists under this name, so that nothing is done twice. */
export async function keepAnswerOnce(query: Query, { at, ...answer }: ApiAnswer): Promise<void> {
  await query.run('DELETE FROM api_answer WHERE at <= @before', { before: new Date(at - ANSWER_KEPT_MS) })
  await query.run(
    `INSERT INTO api_answer (key_id, asked_as, body_hash, answer, at)
     VALUES (@keyId, @askedAs, @bodyHash, @answer, @at)`,
    { ...answer, at: new Date(at) },
  )
}
