import { join } from 'node:path'
import { databasePlace } from '@wayproof/database/installation/database-place'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { timing } from '@wayproof/database/testing/timing'
import { closeAtOnce, openedWave, submit, surveyOnSqlite, tokens } from '@wayproof/survey/testing/survey-world'
import { expect, test } from 'vitest'
import { attackAnonymity } from '../anonymity/attack-anonymity.ts'
import { copyDatabase } from '../backup/copy-database.ts'
import { copyTables } from './copy-tables.ts'
import { fillSqliteFile } from './fill-sqlite.ts'
import { readSqliteFile } from './read-sqlite-file.ts'

const ANSWERS = 10_000

test('an attack finds no tie in a copied file, which keeps no second copies of keys', async () => {
  const world = await surveyOnSqlite()
  await openedWave(world, 2 * ANSWERS)
  for (const [n, token] of (await tokens(world)).slice(0, ANSWERS).entries())
    await submit(world, token, { overall: String((n % 5) + 1), improve: `t${n}` })
  await closeAtOnce(world, '2026-H1')
  expect(attackAnonymity({ file: world.database.file, now: 0 })).toMatchObject([{ answers: ANSWERS, tied: 0 }])
  const backup = join(temporaryFile(), '..', 'backup.db')
  await copyDatabase(databasePlace(`file:${world.database.file}`), backup, timing)
  expect(attackAnonymity({ file: backup, now: 0 })).toMatchObject([{ answers: ANSWERS, tied: 0 }])
  const copy = join(temporaryFile(), '..', 'copied.db')
  await readSqliteFile(world.database.file, (source) =>
    fillSqliteFile(copy, timing, (target) => copyTables(source, target)),
  )
  expect(attackAnonymity({ file: copy, now: 0 })).toMatchObject([{ status: 'unlinked', answers: ANSWERS, tied: 0 }])
})
