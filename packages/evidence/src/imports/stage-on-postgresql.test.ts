import { openTestPostgresql } from '@wayproof/database/testing/test-postgresql'
import { expect, test } from 'vitest'
import { importPorts, importText } from '../testing/import-ports.ts'
import { registerFiles } from '../testing/register-files.ts'

test('a fault of the database in the last step leaves no row and no staging table behind', async () => {
  const database = await openTestPostgresql(1)
  await database.pool.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'refused'; END $$;
    CREATE TRIGGER refuse BEFORE INSERT ON import_file FOR EACH ROW EXECUTE FUNCTION refuse()`)
  await expect(importText(database, 'bookings', registerFiles.bookings)).rejects.toThrow('refused')
  expect(await database.query.get('SELECT count(*) AS n FROM bookings')).toEqual({ n: 0 })
  expect(await database.query.get(`SELECT count(*) AS n FROM pg_class WHERE relname = 'staging'`)).toEqual({ n: 0 })
})

test('5,001 rows are sent to PostgreSQL in two statements and have their order in the history', async () => {
  const database = await openTestPostgresql()
  const rows = (unit: string) =>
    Array.from({ length: 5_001 }, (_, i) => ({
      rowNumber: i + 2,
      cells: { number: `E${5_001 - i}`, role: 'employee', unit, startDay: '2024-01-01', endDay: null },
    }))
  const { evidence } = importPorts(database)
  const save = (id: string, unit: string) => {
    const origin = { id, fileName: 'f', digest: 'd', at: 0, by: 'human-resources' }
    return evidence.saveRows('staff-roles', rows(unit).toReversed(), origin)
  }
  expect(await save('a', 'Sales')).toEqual({ added: 5_001, changed: 0, unchanged: 0 })
  expect(await save('b', 'IT')).toEqual({ added: 0, changed: 5_001, unchanged: 0 })
  const changes = await database.query.all<{ key: string }>('SELECT key FROM register_change ORDER BY number')
  expect(changes.map(({ key }) => key)).toEqual(
    rows('IT').map(({ cells }) => JSON.stringify([cells.number, cells.role])),
  )
})
