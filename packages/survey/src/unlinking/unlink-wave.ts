import type { StoreDatabase } from '@wayproof/database/store-database'
import { answerCiphers, type CipherDeps } from '../wave-keys/answer-cipher.ts'
import { destroyWaveKey } from '../wave-keys/destroy-wave-key.ts'
import { stopLetters } from '../waves/letters/waiting-letters.ts'
import { answersDigest } from './answers-digest.ts'
import { cutTies, type ReadableAnswers } from './cut-ties.ts'
import { decryptAnswers } from './decrypt-answers.ts'
import { deleteReminders, forgetAnswered } from './forget-invited.ts'
import { maskComments } from './mask-comments.ts'
import { rewritingOf } from './rewriting-of.ts'

const UNLINKED = `UPDATE wave SET status = 'unlinked', answers_digest = @digest
  WHERE id = @waveId AND status = 'closed'`

/**
 * Destroys all data that could tie the answers of a closed wave to people: first in the tables, then on disk, then the
 * key of encrypted answers. Only then is the wave `unlinked`. Each step is safe to repeat, so a second call finishes the
 * work of a killed process. Work that grows with the number of invitations is done in chunks.
 * Throws DatabaseFault `wave-key-missing` if the answers cannot be decrypted.
 */
export async function unlinkWave(database: StoreDatabase, deps: CipherDeps, waveId: string, at: number): Promise<void> {
  const wave = await database.query.get<WaveRow>(WAVE, { waveId })
  if (wave?.status !== 'closed') return
  await stopLetters(database, waveId)
  await cutTies(database, waveId, at, await readableAnswers(database, deps, wave))
  // Another process may have cut them while this one still decrypted.
  await database.write((query) => query.run('DELETE FROM decrypted_answer WHERE wave_id = @waveId', { waveId }))
  await forgetAnswered(database, waveId)
  await deleteReminders(database, waveId)
  await rewritingOf(database).wipe()
  await destroyWaveKey(database, deps, waveId, at)
  // From now on the answers must not change; a nightly check compares their digest.
  const digest = await answersDigest(database, waveId)
  await database.write((query) => query.run(UNLINKED, { waveId, digest }))
}

interface WaveRow {
  readonly id: string
  readonly status: string
  readonly keyCheck: Uint8Array | null
  readonly unlinkedAt: number | null
  readonly keyLostAt: number | null
}

const WAVE =
  'SELECT id, status, key_check AS keyCheck, unlinked_at AS unlinkedAt, key_lost_at AS keyLostAt FROM wave WHERE id = @waveId'

/** Masks the comments of a wave whose ties are not cut yet. */
async function readableAnswers(database: StoreDatabase, deps: CipherDeps, wave: WaveRow): Promise<ReadableAnswers> {
  const { id, keyCheck, unlinkedAt, keyLostAt } = wave
  if (keyCheck === null) {
    await maskComments(database, id)
    return 'plain'
  }
  if (keyLostAt !== null) return 'lost'
  const cipher = unlinkedAt === null ? answerCiphers(deps)({ id, keyCheck }) : null
  if (cipher) await decryptAnswers(database, id, cipher)
  return 'decrypted'
}
