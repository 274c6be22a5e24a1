import type { StoreDatabase } from '@wayproof/database/store-database'
import { mirrorToPostgresql } from '@wayproof/database/testing/mirror-to-postgresql'
import { openTestPostgresql } from '@wayproof/database/testing/test-postgresql'
import { proofsHold } from '@wayproof/journal/deletion-proofs/deletion-proof'
import { openedWave, submit, surveyOnSqlite, tokens } from '@wayproof/survey/testing/survey-world'
import { closeWave } from '@wayproof/survey/waves/close-wave'
import { expect, test } from 'vitest'
import { retentionStore } from './retention-store.ts'

const at = (iso: string) => Date.parse(iso)

const CHANGE = `INSERT INTO register_change (register, key, at, changed_by)
  VALUES ('staff-roles', '["@number","x"]', 0, 'import')`

/** Rows that are due under the rules for staff, cases, sessions and calls. */
const ROWS = [
  `INSERT INTO staff_role (number, role, unit, start_day, end_day, import_id, row_number)
    VALUES ('E-1', 'r', 'u', '2019-01-01', '2020-01-01', 'i', 1), ('E-2', 'r', 'u', '2019-01-01', NULL, 'i', 2)`,
  ...['E-1', 'E-2', 'E-3'].map((number) => CHANGE.replace('@number', number)),
  `INSERT INTO rate_limit (id, key, count, last_request) VALUES ('1', 'k', 1, 5)`,
  `INSERT INTO user (id, name, email, email_verified, role, locale, created_at, updated_at)
    VALUES ('u', 'n', 'e', 1, 'manager', 'en', 1, 1)`,
  `INSERT INTO session (id, token, user_id, expires_at, created_at, updated_at) VALUES ('s', 't', 'u', 5, 1, 1)`,
  `INSERT INTO audit_sample (id, period, figure, side, seed, frame_digest, frame_size, frame, total, drawn_at, drawn_by_id,
      drawn_by) SELECT 'a', '2026', 'staff-training', 's', 'x', 'd', 2, '["[\\"x\\",\\"E-1\\"]","[\\"x\\",\\"E-2\\"]"]', '2', 1, 'b', 'b'`,
  `INSERT INTO audit_sample_row (sample_id, number, key, places) VALUES
    ('a', 1, 'E-1', '[{"register":"staff-roles","key":"[\\"E-1\\"]"}]'), ('a', 2, 'E-2', '[{"register":"staff-roles","key":"[\\"E-2\\"]"}]')`,
]

/** A closed wave with answers, letters and comments, and rows of other rules. */
async function filledWorld() {
  const world = await surveyOnSqlite()
  await openedWave(world, 10)
  await world.database.write(async (query) => {
    await query.run(`UPDATE letter SET state = 'sent', sent_at = 1 WHERE state = 'queued'`)
    for (const row of ROWS) await query.run(row)
  })
  for (const token of (await tokens(world)).slice(0, 4))
    await submit(world, token, { overall: '5', improve: 'a remark' })
  world.setNow('2026-07-31T16:00:00Z')
  await closeWave(world.ports, { period: '2026-H1' })
  return world.database
}

const LEFT = [
  'traveler',
  'invitation',
  'answer',
  'comment',
  'letter',
  'delivery',
  'session',
  'rate_limit',
  'staff_role',
]

async function afterDeletion(database: StoreDatabase) {
  const retention = retentionStore(database, { timeZone: 'Asia/Shanghai' })
  const deleted = []
  for (const day of ['2027-05-01', '2028-01-01', '2028-08-01'])
    deleted.push(await retention.deleteDue(at(`${day}T00:00:00Z`)))
  const { query } = database
  const left = await Promise.all(LEFT.map((table) => query.get(`SELECT count(*) AS n FROM ${table}`)))
  return {
    deleted,
    left,
    proofs: await retention.proofs(),
    holds: await proofsHold(query),
    changes: await query.all('SELECT key FROM register_change ORDER BY number'),
    frames: await query.all('SELECT frame FROM audit_sample'),
    drawn: await query.all('SELECT number, key, places FROM audit_sample_row ORDER BY number'),
    wave: await query.all('SELECT answers_deleted_at, delivered_count, reminded_count FROM wave'),
  }
}

test('PostgreSQL deletes and proves the same as SQLite', async () => {
  const sqlite = await filledWorld()
  const postgresql = await openTestPostgresql()
  await mirrorToPostgresql(sqlite, postgresql)
  const deleted = await afterDeletion(sqlite)
  expect(await afterDeletion(postgresql)).toEqual(deleted)
  expect(deleted).toMatchObject({ holds: true, changes: [{ key: '["E-2","x"]' }], frames: [{ frame: null }] })
  expect(deleted.drawn).toMatchObject([{ key: null }, { key: 'E-2' }])
  expect(deleted.proofs.map(({ table }) => table)).toEqual(
    expect.arrayContaining(['answer', 'invitation', 'letter', 'traveler', 'session', 'rate_limit', 'staff_role']),
  )
  expect(deleted.proofs.every(({ overwritten }) => overwritten)).toBe(true)
})
