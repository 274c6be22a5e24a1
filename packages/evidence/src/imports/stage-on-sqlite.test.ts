import type { SqliteDatabase } from '@wayproof/database/sqlite/sqlite-database'
import { refuseWrites } from '@wayproof/database/testing/refuse-writes'
import { openTestSqlite } from '@wayproof/database/testing/test-sqlite'
import { expect, test } from 'vitest'
import { importPorts, importText } from '../testing/import-ports.ts'
import { registerFiles } from '../testing/register-files.ts'

test('a fault of the database in the last step leaves no row and no staging table behind', async () => {
  const database = await openTestSqlite()
  await refuseWrites(database, { before: 'INSERT', on: 'import_file' })
  await expect(importText(database, 'bookings', registerFiles.bookings)).rejects.toThrow('refused')
  expect(await database.query.get('SELECT count(*) AS n FROM bookings')).toEqual({ n: 0 })
  const left = await database.write(({ get }) => get('SELECT count(*) AS n FROM temp.sqlite_master'))
  expect(left).toEqual({ n: 0 })
})

test('5,000 roster rows are staged in chunks, so that no chunk locks the database for long', async () => {
  const database = await openTestSqlite()
  const rows = Array.from({ length: 5_000 }, (_, i) => ({
    rowNumber: i + 2,
    cells: { number: `E${i}`, role: 'employee', unit: 'Sales', startDay: '2024-01-01', endDay: null },
  }))
  const changed: number[] = []
  const write: SqliteDatabase['writeBlocking'] = database.writeBlocking.bind(database)
  database.writeBlocking = (target, work) =>
    write(target, (sql) => {
      const count = () => sql<{ n: number }>('SELECT total_changes() AS n').get()?.n ?? 0
      const before = count()
      try {
        return work(sql)
      } finally {
        changed.push(count() - before)
      }
    })
  const { evidence } = importPorts(database)
  const origin = { id: 'x', fileName: 'f', digest: 'd', at: 0, by: 'human-resources' }
  await evidence.saveRows('staff-roles', rows, origin)
  expect(changed.filter((rows) => rows > 0)).toEqual([2_000, 2_000, 1_000])
})
