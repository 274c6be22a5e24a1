import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { timing } from '@wayproof/database/testing/timing'
import { saveDraft } from '@wayproof/survey/answers/save-draft'
import { closeAtOnce, openedWave, submit, surveyOnSqlite, tokens } from '@wayproof/survey/testing/survey-world'
import { expect, test } from 'vitest'
import { copyForRehearsal, forgetOpenAnswers } from './copy-for-rehearsal.ts'

const TABLES = ['answer', 'answer_counter', 'draft', 'invitation WHERE answered = 1']

test('a copy for a rehearsal has the keys of open waves and none of their answers; closed waves keep theirs', async () => {
  const world = await surveyOnSqlite(undefined, { encrypts: true })
  await openedWave(world, 6, '2025-H2')
  for (const token of (await tokens(world)).slice(0, 5)) await submit(world, token, { overall: '5' })
  await closeAtOnce(world, '2025-H2')
  const closed = new Set(await tokens(world))
  await openedWave(world, 6)
  const [first = '', second = '', third = ''] = (await tokens(world)).filter((token) => !closed.has(token))
  await submit(world, first, { overall: '4' })
  await submit(world, second, { overall: '2' })
  expect(await saveDraft(world.ports, { token: third, fields: { overall: '3' } })).toMatchObject({ ok: true })

  const installation = { databaseUrl: `file:${world.database.file}`, waveKeyFolder: world.keyFolder }
  const copy = await copyForRehearsal(installation, dirname(temporaryFile()), timing)
  expect(readdirSync(copy.waveKeyFolder)).toEqual(readdirSync(world.keyFolder))
  const rowsOf = async ({ databaseUrl }: { readonly databaseUrl: string }) => {
    const { rows } = databaseAt(databaseUrl)
    const counts = TABLES.map((table) => rows<{ n: number }>(`SELECT count(*) AS n FROM ${table}`))
    return (await Promise.all(counts)).map(([row]) => row?.n)
  }
  expect(await rowsOf(copy)).toEqual([7, expect.any(Number), 1, 2])
  forgetOpenAnswers(copy)
  expect(await rowsOf(copy)).toEqual([5, 0, 0, 0])
  expect(await rowsOf(installation)).toEqual([7, expect.any(Number), 1, 2])
})
