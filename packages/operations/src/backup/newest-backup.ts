import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type BackupHeader, readHeader } from './backup-header.ts'
import { headerOf } from './sealed-file.ts'

export interface FoundBackup {
  readonly file: string
  /** Null if the file does not begin as a backup does. */
  readonly header: BackupHeader | null
}

/** The backups in a folder by their names, oldest first. */
export const listBackups = (folder: string): readonly FoundBackup[] =>
  namesIn(folder)
    .filter((entry) => /^wayproof-.*\.backup$/.test(entry))
    .toSorted()
    .map((name) => {
      const file = join(folder, name)
      const line = headerOf(file)
      return { file, header: line && readHeader(line) }
    })

/** The newest backup in a folder, by its name; null if there is none. */
export const newestBackup = (folder: string): FoundBackup | null => listBackups(folder).at(-1) ?? null

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
