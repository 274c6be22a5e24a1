import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { databasePlace } from '@wayproof/database/installation/database-place'
import type { StorePlace } from '@wayproof/database/installation/store-settings'
import type { Timing } from '@wayproof/database/timing'
import SQLite from 'better-sqlite3'
import { copyDatabase } from '../backup/copy-database.ts'

const OPEN = `SELECT id FROM wave WHERE status = 'open'`

/** In a rehearsal nobody has answered an open wave yet: what it shows cannot depend on who did. */
const WITHOUT_ANSWERS = [
  `DELETE FROM draft WHERE invitation_id IN (SELECT id FROM invitation WHERE wave_id IN (${OPEN}))`,
  `DELETE FROM answer WHERE wave_id IN (${OPEN})`,
  `DELETE FROM answer_counter WHERE wave_id IN (${OPEN})`,
  `DELETE FROM answer_day WHERE wave_id IN (${OPEN})`,
  `UPDATE invitation SET answered = 0 WHERE answered = 1 AND wave_id IN (${OPEN})`,
]

/** Where a copy is, with the journal and the keys of open waves of its own. */
export interface RehearsalPlace {
  readonly databaseUrl: string
  readonly backupFolder: string
  readonly waveKeyFolder: string
}

/**
 * Copies the database of either engine and the keys of its open waves into `folder`, which only we can read; nothing that
 * is done with the copy reaches the installation. Throws DatabaseFault.
 */
export async function copyForRehearsal(
  { databaseUrl, waveKeyFolder }: Pick<StorePlace, 'databaseUrl' | 'waveKeyFolder'>,
  folder: string,
  timing: Timing,
): Promise<RehearsalPlace> {
  const file = join(folder, 'wayproof.db')
  await copyDatabase(databasePlace(databaseUrl), file, timing)
  const copiedKeys = join(folder, 'wave-keys')
  if (existsSync(waveKeyFolder)) cpSync(waveKeyFolder, copiedKeys, { recursive: true })
  return { databaseUrl: `file:${file}`, backupFolder: join(folder, 'backups'), waveKeyFolder: copiedKeys }
}

/** Removes the answers of open waves from a copy that this version has opened. */
export function forgetOpenAnswers({ databaseUrl }: RehearsalPlace): void {
  const place = databasePlace(databaseUrl)
  if (place.engine !== 'sqlite') throw new Error('a rehearsal has a file')
  const connection = new SQLite(place.file)
  try {
    for (const statement of WITHOUT_ANSWERS) connection.exec(statement)
  } finally {
    connection.close()
  }
}
