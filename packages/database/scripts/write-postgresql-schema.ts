// pnpm --filter @wayproof/database postgresql-schema [--check]
// Writes prisma/postgresql/schema.prisma. With --check it writes nothing, and exits with 1 if the file is out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { postgresqlSchema } from './postgresql-schema.ts'

const place = (path: string) => new URL(`../prisma/${path}`, import.meta.url)
const target = place('postgresql/schema.prisma')
const wanted = postgresqlSchema(readFileSync(place('schema.prisma'), 'utf8'))
const existing = existsSync(target) ? readFileSync(target, 'utf8') : ''
if (!process.argv.includes('--check')) writeFileSync(target, wanted)
else if (existing !== wanted) {
  process.stderr.write('prisma/postgresql/schema.prisma is out of date: pnpm fix\n')
  process.exit(1)
}
