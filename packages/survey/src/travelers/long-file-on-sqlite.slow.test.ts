import { statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { countOf, surveyOnSqlite, travelerFile, travelerRows } from '../testing/survey-world.ts'
import { importTravelers } from './import-travelers.ts'

// More rows than are staged in the thread that reads them.
const MANY = 5_000

test('the log of a long import is moved into the file without delaying the import', async () => {
  const world = await surveyOnSqlite()
  const log = () => statSync(`${world.database.file}-wal`).size
  expect(await importTravelers(world.ports, travelerFile(travelerRows(MANY)))).toMatchObject({ ok: true })
  await expect.poll(log).toBe(0)
  expect(await countOf(world, 'traveler')).toBe(MANY)
})
