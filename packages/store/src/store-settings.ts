import { join } from 'node:path'
import { setting } from '@wayproof/kernel/setting'
import { isDatabaseUrl } from './installation/database-place.ts'

/** Places of an installation's data, for the settings of every app that opens the store. */
export const storeSettings = {
  DATA_DIR: setting.filled.default('./data'),
  DATABASE_URL: setting.which(isDatabaseUrl, 'not-a-database').optional(),
  KEY_FILE: setting.filled.optional(),
  BACKUP_DIR: setting.filled.optional(),
  BACKUP_KEY: setting.filled.optional(),
}

export interface StorePlace {
  /** `file:PATH` or `postgresql://…` */
  readonly databaseUrl: string
  readonly keyFile: string
  readonly dataFolder: string
  /** Folder of the journal, which outlives the database. */
  readonly backupFolder: string
  /** True if it is beside the database, because BACKUP_DIR is not set. */
  readonly isBackupFolderUnset: boolean
  /** The public key that encrypts backups. */
  readonly backupKey: string
}

/** Database and key are in the data folder by default. */
export function storePlace(read: {
  readonly DATA_DIR: string
  readonly DATABASE_URL?: string | undefined
  readonly KEY_FILE?: string | undefined
  readonly BACKUP_DIR?: string | undefined
  readonly BACKUP_KEY?: string | undefined
}): StorePlace {
  const backupFolder = read.BACKUP_DIR ?? join(read.DATA_DIR, 'backups')
  return {
    databaseUrl: read.DATABASE_URL ?? `file:${join(read.DATA_DIR, 'wayproof.db')}`,
    keyFile: read.KEY_FILE ?? join(read.DATA_DIR, 'wayproof.key'),
    dataFolder: read.DATA_DIR,
    backupFolder,
    isBackupFolderUnset: read.BACKUP_DIR === undefined,
    backupKey: read.BACKUP_KEY ?? join(backupFolder, 'backup-key.pub'),
  }
}
