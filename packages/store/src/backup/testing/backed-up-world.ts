import { join } from 'node:path'
import { keyring } from '@wayproof/kernel/keyring'
import { makeKeyPair } from '@wayproof/kernel/sealed-stream'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { temporaryFile } from '../../engine/testing/temporary-file.ts'
import { timing } from '../../engine/testing/timing.ts'
import { bindInstallation } from '../../installation/bind-installation.ts'
import { type SqliteSurvey, surveyOnSqlite } from '../../testing/survey-world.ts'
import { fileJournal, journalFile } from '../journal.ts'
import { makeBackup } from '../make-backup.ts'
import { type RestoreRequest, restoreBackup } from '../restore-backup.ts'

/** A survey whose journal is apart from its database, with functions that back it up and restore it. */
export interface BackedUpWorld extends SqliteSurvey {
  readonly journal: string
  readonly keys: ReturnType<typeof makeKeyPair>
  /** Makes a backup and returns the path of its file. */
  backup(name: string): string
  /** Restores a backup to another path, or as `change` says. */
  restore(file: string, change?: Partial<RestoreRequest>): ReturnType<typeof restoreBackup>
}

export async function backedUpWorld(): Promise<BackedUpWorld> {
  const folder = join(temporaryFile(), '..')
  const journal = journalFile(join(folder, 'backups'))
  const keys = makeKeyPair()
  const file = join(folder, 'test.db')
  const master = keyring(new Uint8Array(32).fill(5))
  const world = await surveyOnSqlite(file, fileJournal(journal, master))
  await bindInstallation(world.database, { ids: systemIds, keyring: master, isNew: true })
  const { clock, timeZone } = world.ports
  return {
    ...world,
    journal,
    keys,
    backup: (name) => {
      const target = join(folder, name)
      const made = makeBackup({
        database: file,
        target,
        isFolder: false,
        publicKey: keys.publicKey,
        keyring: master,
        timeZone,
        now: clock.now(),
      })
      if (!made.ok) throw new Error(made.fault.code)
      return target
    },
    restore: (backup, change = {}) =>
      restoreBackup({
        file: backup,
        database: join(folder, 'elsewhere', 'restored.db'),
        journal,
        keys,
        keyring: master,
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
