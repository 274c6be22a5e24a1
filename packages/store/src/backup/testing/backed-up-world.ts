import { dirname, join } from 'node:path'
import { keyring } from '@wayproof/kernel/keyring'
import { makeKeyPair } from '@wayproof/kernel/sealed-stream'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import type { PostgresqlDatabase } from '../../engine/postgresql/postgresql-database.ts'
import type { StoreDatabase } from '../../engine/store-database.ts'
import { temporaryFile } from '../../engine/testing/temporary-file.ts'
import { timing } from '../../engine/testing/timing.ts'
import { bindInstallation } from '../../installation/bind-installation.ts'
import { type DatabasePlace, databasePlace } from '../../installation/database-place.ts'
import { placeOf } from '../../testing/database-at.ts'
import { type SqliteSurvey, type SurveyOn, surveyOn, surveyOnSqlite } from '../../testing/survey-world.ts'
import { createPostgresql, openTestPostgresql } from '../../testing/test-postgresql.ts'
import { waveKeyFolder } from '../../wave-keys/wave-key-folder.ts'
import { fileJournal, type Journal, journalFile } from '../journal.ts'
import { makeBackup } from '../make-backup.ts'
import { type RestoreRequest, restoreBackup } from '../restore-backup.ts'

/** A survey whose journal is apart from its database, with functions that back it up and restore it. */
export interface BackedUp {
  /** The folder of its files. */
  readonly folder: string
  readonly journal: string
  readonly keys: ReturnType<typeof makeKeyPair>
  /** Makes a backup and returns the path of its file. */
  backup(name: string): Promise<string>
  /** Restores a backup to another path, or as `change` says. */
  restore(file: string, change?: Partial<RestoreRequest>): ReturnType<typeof restoreBackup>
}

export type BackedUpWorld = SqliteSurvey & BackedUp

const MASTER = keyring(new Uint8Array(32).fill(5))

export const fileAt = (file: string): DatabasePlace => databasePlace(`file:${file}`)

/** A new database on the server of the tests. */
export const emptyServer = async (): Promise<DatabasePlace> => databasePlace(await createPostgresql())

/** On the disk of `place`. */
export function backedUpWorld(encrypts = false, place?: string): Promise<BackedUpWorld> {
  const file = temporaryFile(place)
  return backedUpOn(dirname(file), (journal) => surveyOnSqlite(file, { journal, encrypts }))
}

/** The same on PostgreSQL. */
export function backedUpServer(): Promise<SurveyOn<PostgresqlDatabase> & BackedUp> {
  return backedUpOn(dirname(temporaryFile()), async (journal) => surveyOn(await openTestPostgresql(), { journal }))
}

async function backedUpOn<Database extends StoreDatabase>(
  folder: string,
  open: (journal: Journal) => Promise<SurveyOn<Database>>,
): Promise<SurveyOn<Database> & BackedUp> {
  const journal = journalFile(join(folder, 'backups'))
  const keys = makeKeyPair()
  const world = await open(fileJournal(journal, MASTER))
  await bindInstallation(world.database, { ids: systemIds, keyring: MASTER, isNew: true })
  const { clock, timeZone } = world.ports
  return {
    ...world,
    folder,
    journal,
    keys,
    backup: async (name) => {
      const target = join(folder, name)
      const made = await makeBackup({
        database: databasePlace(placeOf(world.database)),
        dataFolder: folder,
        target,
        isFolder: false,
        publicKey: keys.publicKey,
        keyring: MASTER,
        waveKeys: world.waveKeys,
        timeZone,
        now: clock.now(),
      })
      if (!made.ok) throw new Error(made.fault.code)
      return target
    },
    restore: (backup, change = {}) =>
      restoreBackup({
        file: backup,
        database: fileAt(join(folder, 'elsewhere', 'restored.db')),
        dataFolder: join(folder, 'elsewhere'),
        journal,
        keys,
        keyring: MASTER,
        waveKeys: waveKeyFolder(join(folder, 'elsewhere', 'wave-keys'), systemTokens),
        keyBinding: { databaseId: null, remember: () => undefined },
        clock,
        ids: systemIds,
        tokens: systemTokens,
        sleep: timing.sleep,
        timeZone,
        ...change,
      }),
  }
}
