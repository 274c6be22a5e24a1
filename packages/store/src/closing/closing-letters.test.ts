import { systemIds } from '@wayproof/kernel/system'
import { expect, test } from 'vitest'
import { openTestSqlite } from '../testing/test-sqlite.ts'
import { tellOfRestatement } from './closing-letters.ts'

const at = Date.parse('2027-06-01T09:00:00+08:00')

test('once its letters are deleted, the ledger of the editions tells whom a restatement goes to', async () => {
  const database = await openTestSqlite()
  const restatement = { period: '2025-H2', version: 2, reason: 'late', changes: [], code: 'A' }
  const told = await database.transaction(async (transaction) => {
    const { sql } = transaction
    for (const [id, role] of [
      ['exec', 'executive'],
      ['owner', 'procurement'],
      ['new', 'executive'],
    ])
      sql(`INSERT INTO user (id, name, email, email_verified, role, locale, created_at, updated_at)
        VALUES (?, ?, ?, 1, ?, 'en', 1, 1)`).run(`${id}`, `${id}`, `${id}@x.example`, `${role}`)
    sql(`INSERT INTO edition (id, kind, period, occasion, state, due_on, due_because, opened_at, reasons)
      VALUES ('e', 'record', '2025-H2', '2025-H2', 'sent', '2026-02-05', 'wave-unlinked', 1, '[]')`).run()
    for (const id of ['exec', 'owner', 'left'])
      sql(`INSERT INTO edition_reader (edition_id, user_id, name, reader, locale, letter_id, posted_at)
        VALUES ('e', ?, ?, 'executive', 'en', 'deleted', 1)`).run(id, id)
    return tellOfRestatement(transaction, systemIds, { restatement, at, timeZone: 'Asia/Shanghai' })
  })
  expect(told).toBe(2)
  const letters = database.read<{ id: string }>('SELECT recipient_id AS id FROM letter ORDER BY id').all()
  expect(letters.map(({ id }) => id).toSorted()).toEqual(['exec', 'owner'])
})
