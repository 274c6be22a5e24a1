import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { openTemporary } from '../testing/open-temporary.ts'
import { temporaryFile } from '../testing/temporary-file.ts'
import { migrate } from './migrate.ts'
import { readMigrations } from './migrations.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js')

/** The SQL that leads from the tables of a file to prisma/schema.prisma, according to Prisma's schema engine. */
function difference(file: string): string {
  const compare = 'migrate diff --from-config-datasource --to-schema prisma/schema.prisma --script'
  const env = { ...process.env, DATABASE_URL: `file:${file}` }
  const options = { cwd: root, encoding: 'utf8', stdio: 'pipe', env } as const
  return execFileSync(process.execPath, [cli, ...compare.split(' ')], options).trim()
}

test('the migrations applied to a new file create exactly the tables of the schema', async () => {
  const file = temporaryFile()
  const database = openTemporary(file)
  await migrate(database, readMigrations(), new Date('2030-01-01T00:00:00Z'))
  expect(difference(file)).toBe('-- This is an empty migration.')
  await database.write(({ run }) => run('CREATE TABLE drifted (n INTEGER PRIMARY KEY)'))
  expect(difference(file)).toContain('DROP TABLE "drifted"')
})
