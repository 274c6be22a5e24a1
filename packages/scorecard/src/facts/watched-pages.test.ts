import { openTestDatabase } from '@wayproof/database/testing/engines'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { expect, it } from 'vitest'
import { RULES } from '../rules.ts'
import { factSource } from './fact-source.ts'

it('counts a page as watched if the watcher has read it by the day, not because it has an address', async () => {
  const database = await openTestDatabase()
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
  const { policyProof, policyText } = await database.records()
  const policy = { version: '1', language: 'en', text: 'policy', digest: '' }
  await policyText.create({ data: { ...policy, addedBy: 'Lin', addedAt: new Date(1) } })
  const look = (id: string, surfaceId: string, at: number, checkedOn: string, outcome: string) => ({
    ...{ id, surfaceId, language: 'en', at: new Date(at), checkedOn, outcome },
    ...{ url: 'https://x.example/', keepsBytes: false },
  })
  await policyProof.createMany({
    data: [
      look('a', 'read', 1, '2025-09-10', 'found'),
      look('b', 'tried, refused', 1, '2025-09-10', 'address-refused'),
      look('c', 'lost since', 1, '2025-09-10', 'found'),
      look('d', 'lost since', 2, '2025-09-20', 'timed-out'),
    ],
  })
  const counts = await factSource(database, { timeZone: 'Asia/Shanghai', rules: RULES }).forHalfYear('2025-H2')
  const pages = async (asOf: string) =>
    (await counts.indicators({ kind: 'half-year', year: 2025, index: 2 }, asOf)).pages
  expect(await pages('2025-09-09')).toEqual({ all: 4, watched: 0 })
  expect(await pages('2025-09-10')).toEqual({ all: 4, watched: 2 })
  expect(await pages('2025-09-20')).toEqual({ all: 4, watched: 1 })
})
