import { fileURLToPath } from 'node:url'
import type { Migration } from '../sqlite/migration-history.ts'
import { readMigrations } from '../sqlite/migrations.ts'

const shipped = fileURLToPath(new URL('../../prisma/postgresql/migrations', import.meta.url))

/** The migrations of this package for PostgreSQL, in the order of their names. */
export const readPostgresqlMigrations = (): readonly Migration[] => readMigrations(shipped)
