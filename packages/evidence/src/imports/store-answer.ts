import { ANSWER_LIFETIME_MS, type ApiAnswer } from '@wayproof/accounts/accounts/api-key-store'
import type { Query } from '@wayproof/database/query/query'

/** For the transaction of an import. Throws if an answer exists under this name, so that a request is executed once. */
export async function storeAnswerOnce(query: Query, { at, ...answer }: ApiAnswer): Promise<void> {
  await query.run('DELETE FROM api_answer WHERE at <= @before', { before: new Date(at - ANSWER_LIFETIME_MS) })
  await query.run(
    `INSERT INTO api_answer (key_id, asked_as, body_hash, answer, at)
     VALUES (@keyId, @askedAs, @bodyHash, @answer, @at)`,
    { ...answer, at: new Date(at) },
  )
}
