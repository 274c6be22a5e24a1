import { dirname, join } from 'node:path'
import { type DatabasePlace, databasePlace } from '@wayproof/database/installation/database-place'
import type { PostgresqlDatabase } from '@wayproof/database/postgresql/postgresql-database'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { placeOf } from '@wayproof/database/testing/database-at'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { createPostgresql, openTestPostgresql } from '@wayproof/database/testing/test-postgresql'
import { timing } from '@wayproof/database/testing/timing'
import { fileJournal, type Journal, journalFile } from '@wayproof/journal/kept-events/journal'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { makeKeyPair } from '@wayproof/kernel/secrets/sealed-stream'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { type SqliteSurvey, type SurveyOn, surveyOn, surveyOnSqlite } from '@wayproof/survey/testing/survey-world'
import { waveKeyFolder } from '@wayproof/survey/wave-keys/wave-key-folder'
import { bindInstallation } from '../../installation/bind-installation.ts'
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
