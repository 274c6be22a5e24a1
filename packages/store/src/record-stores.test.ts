import { REGISTER_IDS } from '@wayproof/evidence'
import { expect, test } from 'vitest'
import { improvementStore } from './improvements/improvement-store.ts'
import { organisationStore } from './organisation/organisation-store.ts'
import { registerOverviewStore } from './registers/register-overview-store.ts'
import { openTestSqlite } from './testing/test-sqlite.ts'

test('the organisation is not there before the set-up, and is replaced by saving', async () => {
  const organisations = organisationStore(await openTestSqlite())
  const first = {
    nameZh: '远行',
    nameEn: 'Farway',
    contactEmail: 'privacy@x.example',
    programmeStart: '2025-01-01',
    foundedOn: '1998-05-01',
  }
  expect(await organisations.get()).toBeNull()
  await organisations.save({ ...first, baselineYear: null, sample: true })
  await organisations.save({ ...first, nameEn: 'Faraway', baselineYear: 2024, sample: false })
  expect(await organisations.get()).toEqual({ ...first, nameEn: 'Faraway', baselineYear: 2024, sample: false })
})

test('improvements stand under their half-year in the order they were chosen', async () => {
  const improvements = improvementStore(await openTestSqlite())
  const one = {
    period: '2026-H1',
    text: { 'zh-CN': '告知更短', en: 'Shorter notice' },
    owner: 'Customer service',
    chosenBy: 'Li',
  }
  await improvements.choose({ ...one, id: 'b', chosenAt: 1 })
  await improvements.choose({ ...one, id: 'a', chosenAt: 2 })
  await improvements.choose({ ...one, id: 'c', chosenAt: 3, period: '2025-H2' })
  const listed = await improvements.list('2026-H1')
  expect(listed.map(({ id, text }) => [id, text])).toEqual([
    ['b', one.text],
    ['a', one.text],
  ])
  expect(await improvements.withdraw('b', { at: 5, by: 'Wang' })).toEqual({ ok: true, value: null })
  expect(await improvements.withdraw('b', { at: 6, by: 'Zhao' })).toMatchObject({
    fault: { code: 'improvement-unknown' },
  })
  expect((await improvements.list('2026-H1')).map(({ id }) => id)).toEqual(['a'])
  expect(await improvements.withdrawn('2026-H1')).toEqual([
    { ...one, id: 'b', chosenAt: 1, told: false, withdrawn: { at: 5, by: 'Wang' } },
  ])
})

test('every register is listed, with rows and imports', async () => {
  const database = await openTestSqlite()
  const registers = registerOverviewStore(database)
  await database.write((sql) => {
    sql(
      `INSERT INTO bookings (month, channel, count, import_id, row_number) VALUES ('2026-01', 'app', 3, 'i', 2)`,
    ).run()
    const add = `INSERT INTO import_file (id, register, file_name, digest, row_count, imported_at, imported_by)
      VALUES (?, 'bookings', ?, '', 1, ?, 'demo')`
    sql(add).run('i', 'new.csv', 20)
    sql(add).run('h', 'old.csv', 10)
  })
  const listed = await registers.list()
  expect(listed.map(({ id }) => id)).toEqual(['travelers', ...REGISTER_IDS])
  const lastImport = {
    id: 'i',
    byKey: false,
    added: 0,
    changed: 0,
    undone: null,
    fileName: 'new.csv',
    importedAt: 20,
    importedBy: 'demo',
    rows: 1,
  }
  expect(listed.find(({ id }) => id === 'bookings')).toEqual({ id: 'bookings', rows: 1, lastImport })
  expect((await registers.history('bookings')).map(({ fileName }) => fileName)).toEqual(['new.csv', 'old.csv'])
})
