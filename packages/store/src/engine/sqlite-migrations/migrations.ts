import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Migration } from './migration-history.ts'

const shipped = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url))

/** The migrations of a folder (`NAME/migration.sql`) in the order of their names; by default those of this package. */
export function readMigrations(folder: string = shipped): Migration[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }))
}
