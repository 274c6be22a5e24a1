import { expect, inject, test } from 'vitest'
import { openTestDatabase } from './engines.ts'

test('a test database has the engine of the run', async () => {
  const database = await openTestDatabase()
  expect(database.engine).toBe(inject('engine'))
  expect(await database.query.get('SELECT revision FROM register_revision')).toEqual({ revision: 0 })
})
