import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'

type App = Awaited<ReturnType<typeof openApp>>

async function twoOfficers() {
  const app = await openApp()
  const { cookie: one } = await app.join('officer')
  const { cookie: other } = await app.join('officer', 'deputy@x.example')
  return { app, one, other }
}

const read = async (app: App, cookie: string, path: string) =>
  (await (await app.send(`/trpc/${path}`, { headers: { cookie } })).json()).result.data.json

async function faultOf(answer: Response): Promise<string | null> {
  return (await answer.json()).error?.json.data.faultCode ?? null
}

test('two officers edit the organization: the second is refused, and saves once the change has been seen', async () => {
  const { app, one, other } = await twoOfficers()
  const first = {
    nameZh: '',
    nameEn: 'Yuntu',
    contactEmail: 'a@x.example',
    programmeStart: '2026-01-01',
    foundedOn: null,
    baselineYear: null,
  }
  const save = (cookie: string, json: object) => app.post('/trpc/organisation.save', { json }, { cookie })
  expect((await save(one, first)).status).toBe(200)
  const seen = await read(app, other, 'organisation.get')
  expect(await faultOf(await save(one, { ...first, foundedOn: '2010-05-01', seen }))).toBeNull()
  const late = await save(other, { ...first, foundedOn: '2012-05-01', seen })
  expect([late.status, await faultOf(late)]).toEqual([409, 'changed-meanwhile'])
  const now = await read(app, other, 'organisation.get')
  expect(now).toMatchObject({ foundedOn: '2010-05-01', contactEmail: 'a@x.example' })
  expect((await save(other, { ...first, foundedOn: '2011-05-01', seen: now })).status).toBe(200)
  expect(await read(app, other, 'organisation.get')).toMatchObject({ foundedOn: '2011-05-01' })
})

test('the plan, the checklist and the settings of summaries refuse a save over a newer one, too', async () => {
  const { app, one, other } = await twoOfficers()
  const { programme } = await read(app, one, 'programme.get')
  const { runs, runsSince: _, ...plan } = programme
  const settings = await read(app, one, 'edition.settings')
  const points = { basisProfiles: null, noticeVersion: null, assessedOn: null, backupDays: 3, personsAbroad: null }
  expect((await app.post('/trpc/programme.confirm', { json: points }, { cookie: one })).status).toBe(200)
  const saves = [
    ['programme.save', (days: number) => ({ runs, plan: { ...plan, daysOpen: days }, seen: { runs, plan } })],
    ['programme.confirm', (days: number) => ({ ...points, backupDays: days, seen: points })],
    ['edition.saveSettings', (days: number) => ({ ...settings, workingDays: days, seen: settings })],
  ] as const
  for (const [path, typed] of saves) {
    expect(await faultOf(await app.post(`/trpc/${path}`, { json: typed(12) }, { cookie: one })), path).toBeNull()
    const late = await app.post(`/trpc/${path}`, { json: typed(13) }, { cookie: other })
    expect(await faultOf(late), path).toBe('changed-meanwhile')
  }
  expect((await read(app, one, 'programme.get')).programme.daysOpen).toBe(12)
  expect((await read(app, one, 'programme.get')).checklist.backupDays).toBe(12)
  expect((await read(app, one, 'edition.settings')).workingDays).toBe(12)
})

test('two officers save over the same settings at the same moment, and one is refused', async () => {
  const { app, one, other } = await twoOfficers()
  const settings = await read(app, one, 'edition.settings')
  const { programme } = await read(app, one, 'programme.get')
  const { runs, runsSince: _, ...plan } = programme
  const saves = [
    ['edition.saveSettings', (days: number) => ({ ...settings, workingDays: days, seen: settings })],
    ['programme.save', (days: number) => ({ runs, plan: { ...plan, daysOpen: days }, seen: { runs, plan } })],
  ] as const
  for (const [path, typed] of saves) {
    const answers = await Promise.all([
      app.post(`/trpc/${path}`, { json: typed(11) }, { cookie: one }),
      app.post(`/trpc/${path}`, { json: typed(12) }, { cookie: other }),
    ])
    const faults = await Promise.all(answers.map(faultOf))
    expect(faults.toSorted(), path).toEqual(['changed-meanwhile', null])
  }
})
