import { join } from 'node:path'
import { setting } from '@wayproof/kernel/settings/setting'
import { databasePlace, isDatabaseUrl } from './database-place.ts'

/** Places of an installation's data, for the settings of every app that opens the store. */
export const storeSettings = {
  DATA_DIR: setting.filled.default('./data'),
  DATABASE_URL: setting.which(isDatabaseUrl, 'not-a-database').optional(),
  KEY_FILE: setting.filled.optional(),
  BACKUP_DIR: setting.filled.optional(),
  BACKUP_KEY: setting.filled.optional(),
  WAVE_KEY_DIR: setting.filled.optional(),
  ENCRYPT_ANSWERS: setting.yesOrNo.optional(),
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
  /** Folder of the keys of open waves, which all processes share. */
  readonly waveKeyFolder: string
  /** True if the answers of new waves are encrypted: by default, and always on PostgreSQL, whose archives keep what was written. */
  readonly encryptsAnswers: boolean
}

/** Database and key are in the data folder by default. */
export function storePlace(read: {
  readonly DATA_DIR: string
  readonly DATABASE_URL?: string | undefined
  readonly KEY_FILE?: string | undefined
  readonly BACKUP_DIR?: string | undefined
  readonly BACKUP_KEY?: string | undefined
  readonly WAVE_KEY_DIR?: string | undefined
  readonly ENCRYPT_ANSWERS?: string | undefined
}): StorePlace {
  const backupFolder = read.BACKUP_DIR ?? join(read.DATA_DIR, 'backups')
  const databaseUrl = read.DATABASE_URL ?? `file:${join(read.DATA_DIR, 'wayproof.db')}`
  return {
    databaseUrl,
    keyFile: read.KEY_FILE ?? join(read.DATA_DIR, 'wayproof.key'),
    dataFolder: read.DATA_DIR,
    backupFolder,
    isBackupFolderUnset: read.BACKUP_DIR === undefined,
    backupKey: read.BACKUP_KEY ?? join(backupFolder, 'backup-key.pub'),
    waveKeyFolder: read.WAVE_KEY_DIR ?? join(read.DATA_DIR, 'wave-keys'),
    encryptsAnswers: databasePlace(databaseUrl).engine === 'postgresql' || read.ENCRYPT_ANSWERS !== 'no',
  }
}
