import { systemIds } from '@wayproof/kernel/system'
import { pauseWave } from '@wayproof/survey'
import { expect, it } from 'vitest'
import type { SqliteDatabase } from '../engine/sqlite/sqlite-database.ts'
import { sqliteDialect } from '../engine/sqlite/sqlite-dialect.ts'
import { openedWave, surveyWorld } from '../testing/survey-world.ts'
import { openTestSqlite } from '../testing/test-sqlite.ts'
import { ANY_DUE, anyDue, FIRST_DUE_OF_NO_WAVE, FIRST_DUE_OF_WAVE } from './due-letters.ts'
import { outboxStore } from './outbox.ts'

const NOW = Date.parse('2026-07-02T01:00:00Z')

const toOfficer = (n: number) => ({
  letter: {
    kind: 'user-invitation',
    locale: 'en',
    data: { userInvitationId: `u${n}`, role: 'officer' },
  } as const,
  recipient: { kind: 'address', id: `u${n}@faraway.example` } as const,
  dedupeKey: `u${n}`,
})

async function waveOf(count: number) {
  const world = await surveyWorld()
  await openedWave(world, count)
  const outbox = outboxStore({ database: world.database, keyring: world.ports.keyring, ids: systemIds })
  return { ...world, outbox }
}

it('claims a code, or another letter without a wave, before a wave that was queued earlier', async () => {
  const { outbox } = await waveOf(30)
  await outbox.post([toOfficer(1), toOfficer(2)], NOW - 1)
  const claimed = await outbox.claim(20, NOW, NOW + 1000)
  expect(claimed.map(({ to }) => to).slice(0, 2)).toEqual(['u1@faraway.example', 'u2@faraway.example'])
  expect(claimed).toHaveLength(20)
  expect(await outbox.claim(20, NOW, NOW + 1000)).toHaveLength(12)
})

/** The tables that SQLite scans for a statement and the method of each, without lookups of referenced rows. */
const planOf = async (database: SqliteDatabase, text: string) =>
  (
    await database.query.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, {
      queue: 'w',
      now: NOW,
      limit: 20,
      surveys: 1,
    })
  )
    .map(({ detail }) => detail)
    .filter((detail) => /\bletter\b|SCAN|B-TREE/.test(detail))

it('reads the letters of one queue in their order, by an index of waiting letters only', async () => {
  const database = await openTestSqlite()
  const byQueue = 'SEARCH letter USING INDEX letter_queue_idx (wave_id=? AND not_before<?)'
  expect(await planOf(database, FIRST_DUE_OF_WAVE(sqliteDialect))).toEqual([byQueue])
  expect(await planOf(database, FIRST_DUE_OF_NO_WAVE(sqliteDialect))).toEqual([byQueue])
  // The waves are read first, and the letters of a waiting wave are not read at all.
  expect(await planOf(database, ANY_DUE)).toEqual([
    'SCAN CONSTANT ROW',
    byQueue,
    'SCAN wave',
    byQueue.replace('letter', 'letter EXISTS'),
  ])
})

it('finds no due letter in a wave that is paused, over, or outside the sending hours', async () => {
  const { database, ports } = await waveOf(3)
  const found = (now: number, surveys = true) => anyDue(database.query, { now, surveys })
  const later = Date.parse('2027-01-01T00:00:00Z')
  expect([await found(NOW), await found(NOW, false), await found(later)]).toEqual([true, false, false])
  await pauseWave(ports, { period: '2026-H1' })
  expect(await found(NOW)).toBe(false)
})
