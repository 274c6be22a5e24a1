import { existsSync } from 'node:fs'
import { type DatabasePlace, nameOfPlace } from './database-place.ts'
import { isFilled } from './is-filled.ts'

/**
 * The name of a place that a new database cannot take: a file of a database is there, also an old log, which SQLite
 * would apply to the new file, or an installation uses the database of the server. Throws DatabaseFault.
 */
export async function occupiedPlace(place: DatabasePlace): Promise<string | undefined> {
  if (place.engine === 'postgresql') return (await isFilled(place)) ? nameOfPlace(place) : undefined
  return ['', '-wal', '-shm', '-journal'].map((end) => `${place.file}${end}`).find((path) => existsSync(path))
}
