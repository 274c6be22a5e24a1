// pnpm --filter @wayproof/database migration NAME
// Writes prisma/migrations/NNNN_NAME/migration.sql: what leads from the migrations there to prisma/schema.prisma.
// Read it before you keep it: it knows nothing of WITHOUT ROWID, STRICT or triggers. Then add its digest to digests.txt.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}prisma/migrations`
const [name = ''] = process.argv.slice(2)
if (!/^[a-z][a-z0-9-]*$/.test(name)) {
  process.stderr.write(
    'Name the migration in lower case, as in: pnpm --filter @wayproof/database migration add-partner\n',
  )
  process.exit(2)
}

mkdirSync(folder, { recursive: true })
// The lock file names the provider, and the comparison needs it even before the first migration.
writeFileSync(`${folder}/migration_lock.toml`, 'provider = "sqlite"\n')
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')
const compare = 'migrate diff --from-migrations prisma/migrations --to-schema prisma/schema.prisma --script'
const sql = execFileSync(process.execPath, [cli, ...compare.split(' ')], {
  cwd: root,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
})
if (/^(--.*)?\s*$/.test(sql)) {
  process.stdout.write('The migrations already lead to the schema.\n')
  process.exit(0)
}
const numbers = readdirSync(folder).map((entry) => Number(/^(\d{4})_/.exec(entry)?.[1] ?? 0))
const path = `${String(Math.max(...numbers) + 1).padStart(4, '0')}_${name}`
mkdirSync(`${folder}/${path}`)
writeFileSync(`${folder}/${path}/migration.sql`, `${sql.trim()}\n`)
process.stdout.write(`prisma/migrations/${path}/migration.sql\n`)
