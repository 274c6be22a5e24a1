import { placeOf } from '@wayproof/oversight/deadlines/deadline-place'
import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'

/** An officer, IT security and 120 open security findings, the first 30 of which are overdue. */
async function withFindings() {
  const app = await openApp()
  const organisation = { nameZh: '', nameEn: 'Faraway', contactEmail: 'p@x.example', baselineYear: null, sample: false }
  await app.services.store.organisation.save({ ...organisation, programmeStart: '2026-01-01' })
  const cookies = new Map<string, string>()
  const callerAs = async (role: 'officer' | 'it-security') => {
    const { person, cookie } = await app.join(role)
    cookies.set(role, cookie)
    return appRouter.createCaller(createContextInner(app.services, { user: person }))
  }
  const day = (n: number) => new Date(Date.UTC(2026, 5, 1 + n)).toISOString().slice(0, 10)
  const finding = { found_in: 'A-1', found_on: '2026-05-01', finding: 'old library', severity: 'high', owner: 'IT' }
  const findings = Array.from({ length: 120 }, (_, n) => ({
    ...{ ...finding, id: `F${String(n).padStart(3, '0')}`, due_on: day(n), import_id: 'i', row_number: n + 2 },
  }))
  await app.database.insert({ security_finding: findings })
  const confirmed = { register: 'incidents', confirmed_at: new Date(0), confirmed_by: 'IT' }
  const months = ['01', '02', '03', '04', '05', '06'].map((month) => ({ ...confirmed, month: `2026-${month}` }))
  await app.database.insert({ empty_month: months })
  /** Findings that were due before the first sign-up are not overdue. */
  const signedUpEarlier = () =>
    app.database.run('UPDATE "user" SET created_at = @at', { at: new Date(Date.UTC(2026, 0, 1)) })
  const download = async (role: 'it-security' | 'executive' | 'administrator', query: string) => {
    const cookie = cookies.get(role) ?? (await app.join(role)).cookie
    cookies.set(role, cookie)
    return app.send(`/export/deadlines.ics${query}`, { headers: { cookie } })
  }
  const [officer, security] = [await callerAs('officer'), await callerAs('it-security')]
  await signedUpEarlier()
  return { officer, security, app, download }
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

test('the calendar file has the deadlines that the reader may see, or one of them', async () => {
  const { app, download } = await withFindings()
  const all = await download('it-security', '')
  expect(all.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const events = (text: string) => text.split('BEGIN:VEVENT').length - 1
  const text = await all.text()
  expect(events(text)).toBeGreaterThanOrEqual(120)
  expect(events(await (await download('executive', '')).text())).toBe(0)
  const one = await (await download('it-security', '?id=security-finding%3AF007')).text()
  expect([events(one), one]).toEqual([1, expect.stringContaining('DTSTART;VALUE=DATE:20260608')])
  expect((await download('executive', '?id=security-finding%3AF007')).status).toBe(404)
  expect((await download('administrator', '')).status).toBe(403)
  expect((await app.send('/export/deadlines.ics')).status).toBe(401)
})
