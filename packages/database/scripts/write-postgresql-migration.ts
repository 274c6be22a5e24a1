// pnpm --filter @wayproof/database postgresql-migration
// Prints the SQL that makes an empty PostgreSQL database for prisma/postgresql/schema.prisma. Needs no database. The first
// migration is its output; a later migration is written for both engines by hand, and a test compares the two.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { postgresqlTables } from './postgresql-tables.mjs'

const path = fileURLToPath(new URL('../prisma/postgresql/schema.prisma', import.meta.url))
process.stdout.write(await postgresqlTables(readFileSync(path, 'utf8')))
