import { DatabaseFault } from '@wayproof/database/database-fault'
import { CHUNK_PAUSE_MS, inChunks } from '@wayproof/database/in-chunks'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { insertAuditEntry } from '@wayproof/journal/audit-log/rows/insert-audit-entry'
import { isEnded } from '@wayproof/journal/outbox/ended-letter'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { isForgotten } from '../reminders/reminder-kind.ts'
import { answerCiphers, type CipherDeps } from '../wave-keys/answer-cipher.ts'
import { holdersOf } from '../wave-keys/survey-instances.ts'
import type { WaveKeys } from '../wave-keys/wave-key-folder.ts'
import { stopLetters } from '../waves/letters/waiting-letters.ts'
import { answersDigest } from './answers-digest.ts'
import { cutTies, type ReadableAnswers } from './cut-ties.ts'
import { decryptAnswers } from './decrypt-answers.ts'
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

const CHUNK = 250

const OF_CUT_WAVE = 'wave_id = (SELECT id FROM wave WHERE id = @waveId AND unlinked_at IS NOT NULL)'

const LAST_OF_CHUNK = `SELECT traveler_id AS id FROM invitation
  WHERE ${OF_CUT_WAVE} AND traveler_id > @after AND answered IS NOT NULL
  ORDER BY traveler_id LIMIT 1 OFFSET ${CHUNK - 1}`

const FORGET = `UPDATE invitation SET cell_id = NULL, generation = NULL, answered = NULL
  WHERE ${OF_CUT_WAVE} AND traveler_id > @after AND traveler_id <= @last AND answered IS NOT NULL`

/** Sorts after every id, because ids are ASCII. */
const LAST_OF_ALL = '\u{10ffff}'

/** Removes from the invitations of an unlinked wave whether they were answered, their cell and their link. */
export async function forgetAnswered(database: QueryDatabase, waveId: string): Promise<void> {
  for (let after = ''; after !== LAST_OF_ALL; ) {
    const last = (await database.query.get<{ id: string }>(LAST_OF_CHUNK, { waveId, after }))?.id ?? LAST_OF_ALL
    const chunk = { waveId, after, last }
    await database.write((query) => query.run(FORGET, chunk))
    after = last
    if (after !== LAST_OF_ALL) await database.sleep(CHUNK_PAUSE_MS)
  }
}

const REMINDERS = `DELETE FROM letter WHERE id IN
  (SELECT id FROM letter WHERE wave_id = @waveId AND ${isEnded('letter')} AND ${isForgotten('letter')} LIMIT ${CHUNK})`

/** Deletes the reminders of an unlinked wave with their deliveries: their recipients had not answered by then. */
export const deleteReminders = (database: QueryDatabase, waveId: string): Promise<void> =>
  inChunks(database, async (query) => ((await query.run(REMINDERS, { waveId })) < CHUNK ? 'done' : 'more'))

/** How long a survey instance may take to delete its copy of a key: several of its reports. */
const LONGEST_WAIT_MS = 30_000
const PAUSE_MS = 500

const IS_CUT = 'SELECT 1 FROM wave WHERE id = @waveId AND unlinked_at IS NOT NULL'

const DESTROYED = `UPDATE wave SET key_destroyed_at = @at
  WHERE id = @waveId AND key_check IS NOT NULL AND key_destroyed_at IS NULL RETURNING period`

/**
 * Destroys the key of a wave if its ties are cut, and records it once no survey instance has a copy. Throws DatabaseFault
 * `busy` if an instance keeps it.
 */
export async function destroyWaveKey(
  database: QueryDatabase,
  { waveKeys }: { readonly waveKeys?: WaveKeys | undefined },
  waveId: Id,
  at: Instant,
): Promise<void> {
  if (!(await database.query.get(IS_CUT, { waveId }))) return
  waveKeys?.destroy(waveId)
  const end = database.now() + LONGEST_WAIT_MS
  while ((await holdersOf(database.query, waveId)).length > 0) {
    if (database.now() > end) throw new DatabaseFault('busy', `a survey instance keeps the key of wave ${waveId}`)
    await database.sleep(PAUSE_MS)
  }
  await database.write(async (query) => {
    const [wave] = await query.all<{ period: string }>(DESTROYED, { waveId, at: new Date(at) })
    if (wave) await insertAuditEntry(query, { act: 'wave-key-destroyed', at, subject: wave.period })
  })
}
