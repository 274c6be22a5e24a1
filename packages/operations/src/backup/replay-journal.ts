import type { KeyBinding } from '@wayproof/database/installation/key-file'
import { integrityFaults } from '@wayproof/database/sqlite/integrity'
import type { SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import { hashOf, type JournalLine } from '@wayproof/journal/kept-events/journal'
import { suppressAddress, undoUnsubscribe } from '@wayproof/journal/outbox/suppress-address'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock, Instant } from '@wayproof/kernel/clock'
import type { Id, Ids, Tokens } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { eraseTraveler } from '@wayproof/survey/travelers/erase-traveler-rows'
import { removeTrial } from '@wayproof/survey/trial/remove-trial'
import { TRIAL } from '@wayproof/survey/trial/trial-columns'
import type { EncryptedWave } from '@wayproof/survey/wave-keys/answer-cipher'
import type { WaveKeys } from '@wayproof/survey/wave-keys/wave-key-folder'
import { closeWave } from '@wayproof/survey/waves/close-wave'
import SQLite from 'better-sqlite3'
import { openSqliteFile } from '../installation/open-sqlite-file.ts'
import { surveyStore } from '../store/survey-store.ts'
import { holdLetters } from './held-letters.ts'
import { hasKeyOf } from './keys-of-copy.ts'

export interface Replay {
  readonly lines: readonly JournalLine[]
  /** Waves of which a copy must no longer exist. */
  readonly expired: readonly PeriodKey[]
  readonly keyring: Keyring
  /** Holds the keys of waves that are open in the copy. */
  readonly waveKeys: WaveKeys
  readonly keyBinding: KeyBinding
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly timeZone: string
}

/** Changes that the journal and the calendar made in a restored database. */
export interface Replayed {
  readonly unsubscribed: number
  readonly erased: number
  /** Waves that were closed since, or whose copies should have been destroyed: closed and unlinked again. */
  readonly closed: readonly PeriodKey[]
  /** Closed waves whose answers are gone, because their keys are: destroyed at the close, or not here. */
  readonly withoutAnswers: readonly PeriodKey[]
  readonly heldLetters: number
}

/**
 * Migrates a restored database file to this version and replays the journal on it. Null if the file is damaged. Throws
 * DatabaseFault.
 */
export async function replayJournal(file: string, replay: Replay): Promise<Replayed | null> {
  // A generation is made only while no wave is open, so each wave that is open in an older copy was closed since.
  const areAllClosed = generationOfCopy(file) < replay.keyring.generations
  const database = await openSqliteFile(file, { ...replay, isRestored: true })
  try {
    if ((await database.readSnapshot(integrityFaults)).length > 0) return null
    // The survey apps of the moment of the backup no longer run.
    await database.write((query) => query.run('DELETE FROM survey_instance'))
    // A deployment check that ran at the moment of the backup is not continued.
    await removeTrial(database, { keyring: replay.keyring, waveKeys: replay.waveKeys }, replay.clock.now())
    // Erasures and unsubscribes first, because closing counts reminders of eligible travelers.
    const unsubscribed = await suppressAgain(database, replay.lines)
    const erased = await eraseAgain(database, replay)
    const heldLetters = await holdLetters(database, replay.clock.now())
    const closed = await closeAgain(database, { ...replay, areAllClosed })
    return { unsubscribed, erased, ...closed, heldLetters }
  } finally {
    await database.close()
  }
}

async function suppressAgain(database: SqliteDatabase, lines: readonly JournalLine[]): Promise<number> {
  const count = 'SELECT count(*) AS n FROM suppression'
  const before = (await database.query.get<{ n: number }>(count))?.n ?? 0
  await database.write(async (query) => {
    for (const { kind, emailKey, at } of lines) {
      if (!emailKey || kind === 'closed') continue
      const key = Buffer.from(emailKey, 'hex')
      if (kind === 'unsubscribe-undone') await undoUnsubscribe(query, key)
      else await suppressAddress(query, key, kind, at)
    }
  })
  return ((await database.query.get<{ n: number }>(count))?.n ?? 0) - before
}

async function eraseAgain(database: SqliteDatabase, { lines, keyring, clock, timeZone }: Replay): Promise<number> {
  const erasures = lines.filter(({ kind }) => kind === 'erased')
  if (erasures.length === 0) return 0
  const [keys, hashes] = [new Set(erasures.map(({ emailKey }) => emailKey)), new Set(erasures.map(({ of }) => of))]
  const all = await database.query.all<{ id: Id; number: string; key: Uint8Array }>(
    'SELECT id, customer_number AS number, email_key AS key FROM traveler',
  )
  const travelers = all.filter(
    ({ id, key }) => keys.has(Buffer.from(key).toString('hex')) || hashes.has(hashOf(id, keyring)),
  )
  const at = clock.now()
  for (const { number: customerNumber } of travelers)
    await eraseTraveler(database, { person: { customerNumber }, at, day: dateAt(at, timeZone) })
  return travelers.length
}

interface LinkedWave extends EncryptedWave {
  readonly period: PeriodKey
  /** When its ties were cut; the answers are decrypted since. */
  readonly cutAt: Instant | null
}

async function closeAgain(
  database: SqliteDatabase,
  replay: Replay & { readonly areAllClosed: boolean },
): Promise<Pick<Replayed, 'closed' | 'withoutAnswers'>> {
  const { lines, expired, areAllClosed, keyring, waveKeys, clock, ids, tokens, timeZone } = replay
  const closedSince = new Set(lines.filter(({ kind }) => kind === 'closed').map(({ of }) => of))
  const linked = await database.query.all<LinkedWave>(
    `SELECT id, period, key_check AS "keyCheck", unlinked_at AS "cutAt" FROM wave WHERE status NOT IN ('unlinked', '${TRIAL}') ORDER BY period`,
  )
  const due = linked.filter(
    ({ id, period }) => areAllClosed || expired.includes(period) || closedSince.has(hashOf(id, keyring)),
  )
  const store = surveyStore(database, { ids, tokens, keyring, waveKeys })
  const withoutAnswers: PeriodKey[] = []
  for (const wave of due) {
    const { id, period, keyCheck, cutAt } = wave
    await endNow(database, id, clock.now())
    if (keyCheck !== null && cutAt === null && !hasKeyOf(waveKeys, wave)) {
      await withoutKey(database, id, clock.now())
      withoutAnswers.push(period)
    }
    await closeWave({ store, clock, timeZone }, { period })
  }
  return { closed: due.map(({ period }) => period), withoutAnswers }
}

/** An encrypted wave that was unlinked since has no key any more: its answers stay lost. */
function withoutKey(database: SqliteDatabase, waveId: Id, now: Instant): Promise<unknown> {
  return database.write((query) =>
    query.run('UPDATE wave SET key_lost_at = @now WHERE id = @waveId AND key_check IS NOT NULL', {
      now: new Date(now),
      waveId,
    }),
  )
}

/** Two people may have moved the end of the wave forward since the backup. */
function endNow(database: SqliteDatabase, waveId: Id, now: Instant): Promise<unknown> {
  return database.write((query) =>
    query.run('UPDATE wave SET closes_at = min(closes_at, @now) WHERE id = @waveId', { now: new Date(now), waveId }),
  )
}

/** The newest generation of the key that had opened the database of a copy; 1 in a copy of an earlier version. */
function generationOfCopy(file: string): number {
  const copy = new SQLite(file, { readonly: true })
  try {
    if (!copy.prepare("SELECT 1 FROM pragma_table_info('installation') WHERE name = 'generation'").get()) return 1
    return copy.prepare<[], number>('SELECT generation FROM installation').pluck().get() ?? 1
  } finally {
    copy.close()
  }
}
