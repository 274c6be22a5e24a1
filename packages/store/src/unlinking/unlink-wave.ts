import { answersDigest } from '../damage/answers-digest.ts'
import type { StoreDatabase } from '../engine/store-database.ts'
import { chooseStep } from '../published-step/choose-step.ts'
import type { AnswerTable } from '../tallies/count-wave.ts'
import { answerCiphers, type CipherDeps } from '../wave-keys/answer-cipher.ts'
import { destroyWaveKey } from '../wave-keys/destroy-wave-key.ts'
import { cutTies } from './cut-ties.ts'
import { decryptAnswers } from './decrypt-answers.ts'
import { deleteReminders, forgetAnswered } from './forget-invited.ts'
import { maskComments } from './mask-comments.ts'
import { rewritingOf } from './rewriting-of.ts'

const UNLINKED = `UPDATE wave SET status = 'unlinked', published_step = @step, answers_digest = @digest
  WHERE id = @waveId AND status = 'closed'`

/**
 * Destroys all data that could tie the answers of a closed wave to people: first in the tables, then on disk, then the
 * key of encrypted answers. Only then is the wave `unlinked`, and the step of its published figures is chosen. Each step
 * is safe to repeat, so a second call finishes the work of a killed process. Work that grows with the number of
 * invitations is done in chunks. Throws DatabaseFault `wave-key-missing` if the answers cannot be decrypted.
 */
export async function unlinkWave(database: StoreDatabase, deps: CipherDeps, waveId: string, at: number): Promise<void> {
  await cutTies(database, waveId, at, await readableAnswers(database, deps, waveId))
  await forgetAnswered(database, waveId)
  await deleteReminders(database, waveId)
  await rewritingOf(database).wipe()
  await destroyWaveKey(database, deps, waveId, at)
  const step = await chooseStep(database, waveId)
  // From now on the answers must not change; a nightly check compares their digest.
  const digest = await answersDigest(database, waveId)
  await database.write((query) => query.run(UNLINKED, { waveId, step: String(step), digest }))
}

interface WaveRow {
  readonly keyCheck: Uint8Array | null
  readonly unlinkedAt: number | null
  readonly keyLostAt: number | null
}

const WAVE =
  'SELECT key_check AS keyCheck, unlinked_at AS unlinkedAt, key_lost_at AS keyLostAt FROM wave WHERE id = @waveId'

/** Masks the comments of a wave whose ties are not cut yet. Returns the table that has its readable answers. */
async function readableAnswers(database: StoreDatabase, deps: CipherDeps, waveId: string): Promise<AnswerTable> {
  const wave = await database.query.get<WaveRow>(WAVE, { waveId })
  if (!wave?.keyCheck) {
    await maskComments(database, waveId)
    return 'answer'
  }
  if (wave.unlinkedAt === null) {
    const cipher = wave.keyLostAt === null ? answerCiphers(deps)({ id: waveId, keyCheck: wave.keyCheck }) : null
    await decryptAnswers(database, waveId, cipher)
  }
  return 'decrypted_answer'
}
