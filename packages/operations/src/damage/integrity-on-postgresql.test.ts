import { openTestPostgresql } from '@wayproof/database/testing/test-postgresql'
import { systemTokens } from '@wayproof/kernel/system'
import { answeredWave } from '@wayproof/survey/unlinking/testing/answered-wave'
import { expect, test } from 'vitest'
import { integrityStore } from './integrity-store.ts'

test('on PostgreSQL the answers of an unlinked wave are compared from the first whole check on', async () => {
  const database = await openTestPostgresql()
  await answeredWave(database, '2026-H1')
  await database.pool.query(`UPDATE wave SET status = 'unlinked'`)
  const integrity = integrityStore(database, { clock: { now: () => 7 }, tokens: systemTokens })
  expect(await integrity.checkStructure()).toBe('sound')
  expect(await integrity.checkWhole(AbortSignal.abort())).toBe('unfinished')
  expect(await integrity.checkWhole()).toBe('sound')
  await database.pool.query('DELETE FROM answer WHERE key = (SELECT min(key) FROM answer)')
  expect(await integrity.checkWhole()).toBe('damaged')
  const faults = ['the answers of 2026-H1 are not those that were unlinked']
  expect(integrity.damage()).toEqual({ at: 7, faults })
  await database.pool.query('DELETE FROM answer')
  await database.pool.query('UPDATE wave SET answers_deleted_at = now()')
  expect(await integrity.checkWhole()).toBe('sound')
  expect(integrity.damage()).toBe(null)
})
