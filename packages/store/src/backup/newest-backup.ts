import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type BackupHeader, readHeader } from './backup-header.ts'
import { headerOf } from './sealed-file.ts'

export interface FoundBackup {
  readonly file: string
  /** Null if the file does not begin as a backup does. */
  readonly header: BackupHeader | null
}

/** The newest backup in a folder, by its name; null if there is none. */
export function newestBackup(folder: string): FoundBackup | null {
  const name = namesIn(folder)
    .filter((entry) => /^wayproof-.*\.backup$/.test(entry))
    .toSorted()
    .at(-1)
  if (name === undefined) return null
  const file = join(folder, name)
  const line = headerOf(file)
  return { file, header: line && readHeader(line) }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
