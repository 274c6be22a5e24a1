import { setImmediate as nextTurn } from 'node:timers/promises'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import type { Damage } from '@wayproof/database/sqlite/damage-mark'
import type { SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import type { StoreDatabase } from '@wayproof/database/store-database'
import type { Clock } from '@wayproof/kernel/clock'
import type { Tokens } from '@wayproof/kernel/id'
import { compareAnswers } from '@wayproof/survey/unlinking/answers-digest'
import { AT_START_MS, type CheckedFile, checkFile } from './check-file.ts'

/** `unfinished`: the check took too long or could not start, or the file could not be read at that moment. */
export type IntegrityState = 'sound' | 'damaged' | 'unfinished'

export interface IntegrityStore {
  /** Known damage, because of which nothing is written; null if none is known. Cheap enough for health checks. */
  damage(): Damage | null
  /** Checks the structure for at most 2 s, beside other work. */
  checkStructure(): Promise<IntegrityState>
  /** Checks the whole file beside other work; writes are allowed again if it finds no damage. */
  checkWhole(signal?: AbortSignal): Promise<IntegrityState>
}

interface IntegrityDeps {
  readonly clock: Clock
  readonly tokens: Tokens
}

export const integrityStore = (database: StoreDatabase, deps: IntegrityDeps): IntegrityStore =>
  database.engine === 'sqlite' ? integrityOfFile(database, deps) : integrityOfServer(database, deps)

function integrityOfFile(database: SqliteDatabase, { clock, tokens }: IntegrityDeps): IntegrityStore {
  const take = ({ faults }: CheckedFile): IntegrityState => {
    if (faults === null) return 'unfinished'
    if (faults.length === 0) return 'sound'
    database.damage.note({ at: clock.now(), faults: faults.slice(0, 50) }, tokens)
    return 'damaged'
  }
  return {
    damage: () => database.damage.read(),
    checkStructure: async () => {
      const late = new AbortController()
      void database.sleep(AT_START_MS).then(() => late.abort())
      return take(await checkFile(database.file, 'quick', late.signal))
    },
    checkWhole: async (signal) => {
      const checked = await checkFile(database.file, 'whole', signal)
      const state = take(checked)
      if (state === 'sound') {
        database.damage.clear()
        await storeDigests(database, checked.missing)
      }
      return state
    },
  }
}

/**
 * A server checks its own pages, so only the answers of unlinked waves are compared. Writes continue: this process
 * reports the damage until a check finds none.
 */
function integrityOfServer(database: QueryDatabase, { clock }: IntegrityDeps): IntegrityStore {
  let damage: Damage | null = null
  return {
    damage: () => damage,
    checkStructure: async () => 'sound',
    checkWhole: async (signal) => {
      const compared = await compareAnswers(database.query, () => nextTurn(), signal)
      if (!compared) return 'unfinished'
      damage = compared.faults.length === 0 ? null : { at: clock.now(), faults: compared.faults }
      if (damage) return 'damaged'
      await storeDigests(database, compared.missing)
      return 'sound'
    },
  }
}

/** Waves that an earlier version unlinked have no digest; they get the one of the first whole check. */
async function storeDigests(database: QueryDatabase, digests: Readonly<Record<string, string>>): Promise<void> {
  if (Object.keys(digests).length === 0) return
  await database.transaction(async ({ records: { wave } }) => {
    for (const [id, answersDigest] of Object.entries(digests))
      await wave.updateMany({ where: { id, answersDigest: null }, data: { answersDigest } })
  })
}
