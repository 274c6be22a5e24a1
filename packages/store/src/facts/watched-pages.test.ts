import { RULES } from '@wayproof/scorecard'
import { expect, it } from 'vitest'
import { saveRegister } from '../testing/save-register.ts'
import { openTestSqlite } from '../testing/test-sqlite.ts'
import { factSource } from './fact-source.ts'

it('counts a page as watched if the watcher has read it by the day, not because it has an address', async () => {
  const database = await openTestSqlite()
  await saveRegister(database, 'policy-versions', [{ version: '1', approvedOn: '2025-07-01', effectiveOn: null }])
  const surface = (id: string, url: string) => ({
    ...{ id, name: id, kind: 'website' as const, url, languages: ['en'] },
    ...{ collectsPersonalData: true, activeFrom: '2025-01-01', activeTo: null },
  })
  await saveRegister(database, 'policy-surfaces', [
    surface('read', 'https://x.example/'),
    surface('refused, never tried', 'http://10.0.0.1/'),
    surface('tried, refused', 'http://127.0.0.1/'),
    surface('lost since', 'https://y.example/'),
  ])
  await database.write((sql) => {
    sql(
      `INSERT INTO policy_text (version, language, text, digest, added_by, added_at) VALUES ('1', 'en', 'policy', '', 'Lin', 1)`,
    ).run()
    const look =
      sql(`INSERT INTO policy_proof (id, surface_id, language, at, checked_on, outcome, url, version, keeps_bytes)
      VALUES (?, ?, 'en', ?, ?, ?, 'https://x.example/', NULL, 0)`)
    look.run('a', 'read', 1, '2025-09-10', 'found')
    look.run('b', 'tried, refused', 1, '2025-09-10', 'address-refused')
    look.run('c', 'lost since', 1, '2025-09-10', 'found')
    look.run('d', 'lost since', 2, '2025-09-20', 'timed-out')
  })
  const counts = await factSource(database, { timeZone: 'Asia/Shanghai', rules: RULES }).forHalfYear('2025-H2')
  const pages = async (asOf: string) =>
    (await counts.indicators({ kind: 'half-year', year: 2025, index: 2 }, asOf)).pages
  expect(await pages('2025-09-09')).toEqual({ all: 4, watched: 0 })
  expect(await pages('2025-09-10')).toEqual({ all: 4, watched: 2 })
  expect(await pages('2025-09-20')).toEqual({ all: 4, watched: 1 })
})
