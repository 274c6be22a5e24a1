import { join } from 'node:path'
import { setting } from '@wayproof/kernel/setting'

/** Where a house keeps its data: for the settings of every app that opens the store. */
export const storeSettings = {
  DATA_DIR: setting.filled.default('./data'),
  DATABASE_URL: setting.which((url) => /^file:./.test(url), 'not-a-database').optional(),
  KEY_FILE: setting.filled.optional(),
}

export interface StorePlace {
  /** `file:PATH` */
  readonly databaseUrl: string
  readonly keyFile: string
}

/** Database and key lie in the data folder, unless told otherwise. */
export function storePlace(read: {
  readonly DATA_DIR: string
  readonly DATABASE_URL?: string | undefined
  readonly KEY_FILE?: string | undefined
}): StorePlace {
  return {
    databaseUrl: read.DATABASE_URL ?? `file:${join(read.DATA_DIR, 'wayproof.db')}`,
    keyFile: read.KEY_FILE ?? join(read.DATA_DIR, 'wayproof.key'),
  }
}
