import { maskedComment } from '@wayproof/survey'
import { CHUNK_PAUSE_MS } from '../engine/in-chunks.ts'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'

interface Text {
  readonly key: Uint8Array
  readonly comment: string
}

/** Masking one takes up to half a millisecond. */
const CHUNK = 250

const TEXTS = `SELECT a.key, a.comment FROM wave w CROSS JOIN answer a ON a.wave_id = w.id
  WHERE w.id = @waveId AND w.status = 'closed' AND a.key > @after AND a.comment IS NOT NULL ORDER BY a.key LIMIT ${CHUNK}`

/**
 * Masks the open texts of a closed wave where they lie, beside their answers, a few at a time: nobody changes them any more,
 * and the lock is held for writing alone. Stopped anywhere, it masks anew what it finds, which takes nothing away but more.
 */
export async function maskComments(database: SqliteDatabase, waveId: string): Promise<void> {
  let after = new Uint8Array()
  for (;;) {
    const texts = database.read<Text>(TEXTS).all({ waveId, after })
    const masked = texts.flatMap(({ key, comment }) => {
      const text = maskedComment(comment)
      return text === comment ? [] : [{ key, text }]
    })
    await database.write((sql) => {
      const put = sql('UPDATE answer SET comment = ? WHERE wave_id = ? AND key = ?')
      for (const { key, text } of masked) put.run(text, waveId, key)
    })
    const last = texts[CHUNK - 1]
    if (!last) return
    after = Uint8Array.from(last.key)
    await database.sleep(CHUNK_PAUSE_MS)
  }
}
