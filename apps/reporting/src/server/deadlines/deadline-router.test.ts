import { placeOf } from '@wayproof/oversight'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'

/** An officer, IT security and 120 open security findings, the first 30 of which are overdue. */
async function withFindings() {
  const app = await openApp()
  const organisation = { nameZh: '', nameEn: 'Faraway', contactEmail: 'p@x.example', baselineYear: null, sample: false }
  await app.services.store.organisation.save({ ...organisation, programmeStart: '2026-01-01' })
  const callerAs = async (role: 'officer' | 'it-security') => {
    const { person } = await app.join(role)
    return appRouter.createCaller(createContextInner(app.services, { user: person }))
  }
  const day = (n: number) => new Date(Date.UTC(2026, 5, 1 + n)).toISOString().slice(0, 10)
  const finding = { found_in: 'A-1', found_on: '2026-05-01', finding: 'old library', severity: 'high', owner: 'IT' }
  const findings = Array.from({ length: 120 }, (_, n) => ({
    ...{ ...finding, id: `F${String(n).padStart(3, '0')}`, due_on: day(n), import_id: 'i', row_number: n + 2 },
  }))
  await app.database.insert({ security_finding: findings })
  return { officer: await callerAs('officer'), security: await callerAs('it-security') }
}

test('deadlines come in pages of 30, and the counts are of all of them', async () => {
  const { officer, security } = await withFindings()
  const read = (page: number) => security.deadline.list({ mineOnly: true, page })
  const pages = [await read(0), await read(1), await read(2), await read(3)]
  const total = pages[0]?.total ?? 0
  expect(total).toBeGreaterThanOrEqual(120)
  expect(pages.map(({ deadlines }) => deadlines.length)).toEqual([30, 30, 30, 30])
  const subjects = pages.flatMap(({ deadlines }) => deadlines.map(({ subject }) => subject))
  expect(new Set(subjects).size).toBe(total)
  const counts = { total: pages[0]?.mine, overdue: 30, mine: pages[0]?.mine, everyone: pages[0]?.everyone, pages: 4 }
  for (const page of pages) expect(page).toMatchObject(counts)
  const all = await officer.deadline.list({ mineOnly: false, page: 0 })
  expect(all.everyone).toBeGreaterThanOrEqual(120)
  expect(all.total).toBe(all.everyone)
})

test('the home counts the own tasks of the next 30 days and names the first', async () => {
  const { security } = await withFindings()
  const { tasks, total, overdue } = await security.deadline.waiting()
  expect(tasks.map(({ subject }) => subject).slice(0, 2)).toEqual(['F000', 'F001'])
  expect([tasks.length, overdue]).toEqual([5, 30])
  expect(total).toBeGreaterThanOrEqual(61)
})

test('a task leads to a page that its reader may open', async () => {
  const { security } = await withFindings()
  const [first] = (await security.deadline.list({ mineOnly: true, page: 0 })).deadlines
  expect(first && placeOf(first)).toEqual({ path: '/registers/security-findings', search: { row: '["F000"]' } })
})
