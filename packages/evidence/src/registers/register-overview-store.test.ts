import { engines } from '@wayproof/database/testing/engines'
import { describe, expect, test } from 'vitest'
import { REGISTER_IDS } from '../register.ts'
import { registerOverviewStore } from './register-overview-store.ts'

const IMPORT = `INSERT INTO import_file (id, register, file_name, digest, row_count, imported_at, imported_by)
  VALUES (@id, 'bookings', @id, '', 1, @at, 'demo')`

describe.each(engines)('the registers on $engine', ({ open }) => {
  test('are listed with their rows and imports, newest first, also within one moment', async () => {
    const database = await open()
    const registers = registerOverviewStore(database)
    await database.write(async (query) => {
      await query.run(
        `INSERT INTO bookings (month, channel, count, import_id, row_number) VALUES ('2026-01', 'app', 3, 'b', 2)`,
      )
      for (const [id, at] of [
        ['c', 20],
        ['b', 20],
        ['a', 10],
      ] as const)
        await query.run(IMPORT, { id, at: new Date(at) })
    })
    const listed = await registers.list()
    expect(listed.map(({ id }) => id)).toEqual(['travelers', ...REGISTER_IDS])
    const lastImport = {
      ...{ id: 'b', fileName: 'b', rows: 1, added: 0, changed: 0 },
      ...{ importedAt: 20, importedBy: 'demo', byKey: false, repairs: [], undone: null },
    }
    expect(listed.find(({ id }) => id === 'bookings')).toEqual({ id: 'bookings', rows: 1, lastImport, lastEntry: 20 })
    expect((await registers.history('bookings')).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  })
})
