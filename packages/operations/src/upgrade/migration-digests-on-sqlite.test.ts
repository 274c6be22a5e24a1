import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readMigrations } from '@wayproof/database/sqlite/migrations'
import { expect, test } from 'vitest'

const digests = new URL('../../../database/prisma/migrations/digests.txt', import.meta.url)

test('every migration is unchanged, and digests.txt has its digest', () => {
  const lines = readMigrations().map(
    ({ name, sql }) => `${createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')}  ${name}`,
  )
  const recorded = readFileSync(digests, 'utf8')
    .trimEnd()
    .split('\n')
    .sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
  expect(
    recorded,
    `A migration that has come in is never changed: databases have run it. Put the change into a new one. For a new one, run
    (cd packages/database/prisma/migrations && sha256sum NNNN_name/migration.sql | sed 's,/migration.sql,,' >> digests.txt)`,
  ).toEqual(lines)
})
