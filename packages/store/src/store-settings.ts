import { join } from 'node:path'
import { setting } from '@wayproof/kernel/setting'
import { isDatabaseUrl } from './installation/database-place.ts'

/** Where an installation stores its data: for the settings of every app that opens the store. */
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
  /** Where the journal lies that outlives the database. */
  readonly backupFolder: string
  /** It is beside the database, for BACKUP_DIR is not set. */
  readonly isBackupFolderUnset: boolean
  /** The public key that backups are sealed to. */
  readonly backupKey: string
}

/** Database and key lie in the data folder, unless told otherwise. */
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
