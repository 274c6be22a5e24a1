import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Migration } from './migration-history.ts'

const shipped = fileURLToPath(new URL('../../prisma/migrations', import.meta.url))

/** The migrations of a folder (`NAME/migration.sql`) in the order of their names; by default those of this package. */
export function readMigrations(folder: string = shipped): Migration[] {
  return readdirSync(folder)
    .filter((name) => existsSync(`${folder}/${name}/migration.sql`))
    .sort()
    .map((name) => ({ name, sql: readFileSync(`${folder}/${name}/migration.sql`, 'utf8') }))
}
