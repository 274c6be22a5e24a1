import { CHUNK_PAUSE_MS } from '@wayproof/database/in-chunks'
import type { Dialect } from '@wayproof/database/query/dialect'
import type { ReadQuery, SnapshotQuery } from '@wayproof/database/query/query'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { maskedComment } from '../masking/masked-comment.ts'
import type { AnswerCipher } from '../wave-keys/answer-cipher.ts'

interface EncryptedRow {
  readonly receipt: Uint8Array
  readonly cellId: string
  readonly encrypted: Uint8Array
}

/** Masking one comment takes up to 0.5 ms. */
const CHUNK = 250

/** In random order, so that the order of the decrypted answers does not lead to their receipts. */
const ENCRYPTED = ({ randomKey }: Dialect) => `SELECT key AS receipt, cell_id AS cellId, encrypted FROM answer
  WHERE wave_id = @waveId AND encrypted IS NOT NULL ORDER BY ${randomKey()}`

// Another process may do the same work, and may have finished it.
const ADD = `INSERT INTO decrypted_answer (wave_id, key, cell_id, "values", comment, language)
  SELECT id, @key, @cellId, @values, @comment, @language FROM wave WHERE id = @waveId AND unlinked_at IS NULL
  ON CONFLICT (wave_id, key) DO NOTHING`

const MISSING = `SELECT count(*) - (SELECT count(*) FROM decrypted_answer WHERE wave_id = @waveId) AS missing FROM answer
  WHERE wave_id = @waveId AND encrypted IS NOT NULL`

/**
 * Fills the table of decrypted answers of a closed wave, with masked comments, in chunks between which others can
 * write. After a crash it continues, and several processes may do it at once. An answer that cannot be decrypted,
 * because the database was damaged, has blank values, which no count includes.
 */
export async function decryptAnswers(database: StoreDatabase, waveId: string, cipher: AnswerCipher): Promise<void> {
  await readBeside(database, async (snapshot) => {
    for await (const rows of snapshot.batches<EncryptedRow>(ENCRYPTED, { waveId })) {
      for (let first = 0; first < rows.length; first += CHUNK) {
        const answers = rows.slice(first, first + CHUNK).map((row) => decrypted(row, cipher))
        await database.write(async (query) => {
          for (const answer of answers) await query.run(ADD, { waveId, ...answer })
        })
        await database.sleep(CHUNK_PAUSE_MS)
      }
    }
  })
}

/** For the transaction that replaces the encrypted answers: throws unless all of them are decrypted. */
export async function assertAllDecrypted(query: ReadQuery, waveId: string): Promise<void> {
  const row = await query.get<{ missing: number }>(MISSING, { waveId })
  if (row?.missing !== 0) throw new Error(`the decrypted answers of wave ${waveId} are incomplete`)
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

const UNREADABLE = { values: '', comment: null, language: null }

function decrypted({ receipt, cellId, encrypted }: EncryptedRow, cipher: AnswerCipher) {
  const row = { key: cipher.decryptedKey(receipt), cellId }
  try {
    const { values, comment, language } = cipher.decryptAnswer(encrypted)
    return { ...row, values, comment: comment === null ? null : maskedComment(comment), language }
  } catch {
    return { ...row, ...UNREADABLE }
  }
}
