import { maskedComment } from '@wayproof/survey'
import { CHUNK_PAUSE_MS } from '../engine/in-chunks.ts'
import type { Dialect } from '../engine/query/dialect.ts'
import type { SnapshotQuery } from '../engine/query/query.ts'
import type { StoreDatabase } from '../engine/store-database.ts'
import type { AnswerCipher } from '../wave-keys/answer-cipher.ts'

interface EncryptedRow {
  readonly cellId: string
  readonly encrypted: Uint8Array
}

/** Masking one comment takes up to 0.5 ms. */
const CHUNK = 250

/** In random order, so that the order of the decrypted answers does not lead to their receipts. */
const ENCRYPTED = ({ randomKey }: Dialect) => `SELECT cell_id AS cellId, encrypted FROM answer
  WHERE wave_id = @waveId AND encrypted IS NOT NULL ORDER BY ${randomKey()}`

const ADD = ({
  randomKey,
}: Dialect) => `INSERT INTO decrypted_answer (wave_id, key, cell_id, "values", comment, language)
  VALUES (@waveId, ${randomKey()}, @cellId, @values, @comment, @language)`

const DELETE = 'DELETE FROM decrypted_answer WHERE wave_id = @waveId'

/**
 * Fills the table of decrypted answers of a closed wave, with masked comments, in chunks between which others can
 * write. It starts over after a crash. Skips an answer that cannot be decrypted, because the database was damaged.
 * `cipher` is null if the key is lost: then the table stays empty.
 */
export async function decryptAnswers(
  database: StoreDatabase,
  waveId: string,
  cipher: AnswerCipher | null,
): Promise<void> {
  await database.write((query) => query.run(DELETE, { waveId }))
  if (!cipher) return
  await readBeside(database, async (snapshot) => {
    for await (const rows of snapshot.batches<EncryptedRow>(ENCRYPTED, { waveId })) {
      for (let first = 0; first < rows.length; first += CHUNK) {
        const answers = rows.slice(first, first + CHUNK).flatMap((row) => decrypted(row, cipher))
        await database.write(async (query) => {
          for (const answer of answers) await query.run(ADD, { waveId, ...answer })
        })
        await database.sleep(CHUNK_PAUSE_MS)
      }
    }
  })
}

/** Reads on a connection that the writes of the same work never wait for. */
async function readBeside(database: StoreDatabase, work: (query: SnapshotQuery) => Promise<void>): Promise<void> {
  if (database.engine === 'sqlite') return database.readSnapshot(work)
  const session = database.openSession()
  try {
    await session.readSnapshot(work)
  } finally {
    await session.close()
  }
}

function decrypted({ cellId, encrypted }: EncryptedRow, cipher: AnswerCipher) {
  try {
    const { values, comment, language } = cipher.decryptAnswer(encrypted)
    return [{ cellId, values, comment: comment === null ? null : maskedComment(comment), language }]
  } catch {
    return []
  }
}
