import { CHUNK_PAUSE_MS } from '@wayproof/database/in-chunks'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { maskedComment } from '../masking/masked-comment.ts'

interface Text {
  readonly key: Uint8Array
  readonly comment: string
}

/** Masking one comment takes up to 0.5 ms. */
const CHUNK = 250

const TEXTS = `SELECT key, comment FROM answer WHERE wave_id = @waveId AND key > @after AND comment IS NOT NULL
  AND (SELECT status FROM wave WHERE id = @waveId) = 'closed' ORDER BY key LIMIT ${CHUNK}`

const MASK = 'UPDATE answer SET comment = @text WHERE wave_id = @waveId AND key = @key'

/**
 * Masks the comments of a closed wave in chunks. They no longer change, so they are read and masked outside the
 * transaction. After a crash it starts over: masking a masked text again has no effect.
 */
export async function maskComments(database: QueryDatabase, waveId: string): Promise<void> {
  let after = new Uint8Array()
  for (;;) {
    const texts = await database.query.all<Text>(TEXTS, { waveId, after })
    const masked = texts.flatMap(({ key, comment }) => {
      const text = maskedComment(comment)
      return text === comment ? [] : [{ key, text }]
    })
    await database.write(async (query) => {
      for (const { key, text } of masked) await query.run(MASK, { text, waveId, key })
    })
    const last = texts[CHUNK - 1]
    if (!last) return
    after = Uint8Array.from(last.key)
    await database.sleep(CHUNK_PAUSE_MS)
  }
}
