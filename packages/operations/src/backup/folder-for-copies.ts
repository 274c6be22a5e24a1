import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DatabasePlace } from '@wayproof/database/installation/database-place'
import { type CopyFolder, makeCopyFolder, removeLeftCopies } from '../anonymity/copy-folder.ts'

/**
 * Creates a folder for copies of a database, beside its file or in `dataFolder`, and deletes those that killed processes
 * left behind.
 */
export function folderForCopies(place: DatabasePlace, dataFolder: string): CopyFolder {
  const basePath = place.engine === 'sqlite' ? place.file : join(dataFolder, 'server')
  mkdirSync(dirname(basePath), { recursive: true, mode: 0o700 })
  removeLeftCopies(basePath)
  return makeCopyFolder(basePath)
}
