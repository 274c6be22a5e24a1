import { expect, test } from 'vitest'
import { openApp } from '../testing/open-app.ts'
import { createContextInner } from '../trpc/context.ts'
import { appRouter } from '../trpc/router.ts'

async function opened() {
  const app = await openApp()
  const callerOf = async (role: 'officer' | 'procurement') => {
    const { person } = await app.join(role, `${role}-views@x.example`)
    return appRouter.createCaller(createContextInner(app.services, { user: person })).registerRow
  }
  return { ...app, callerOf }
}

const row = (id: string, service: string) => ({
  ...{ id, name: `Partner ${id}`, service, processesPersonalData: 'yes', onboarded: '2026-01-01' },
})

test('a person’s view has its number of records, and nobody else sees it', async () => {
  const { callerOf } = await opened()
  const [officer, procurement] = [await callerOf('officer'), await callerOf('procurement')]
  for (const [id, service] of [
    ['P1', 'bus'],
    ['P2', 'bus'],
    ['P3', 'rooms'],
  ] as const) {
    const what = { kind: 'add', texts: row(id, service) } as const
    expect(await officer.write({ register: 'partners', what, reason: 'new' })).toMatchObject({ ok: true })
  }
  await officer.saveView({ register: 'partners', name: ' Buses ', search: { only: 'service:bus', sort: '-name' } })
  expect(await officer.savedViews({ register: 'partners' })).toMatchObject([
    { name: 'Buses', search: { only: 'service:bus', sort: '-name' }, rows: 2, lost: [] },
  ])
  expect(await procurement.savedViews({ register: 'partners' })).toEqual([])
})

test('a view that the address would not understand is refused', async () => {
  const { callerOf } = await opened()
  const officer = await callerOf('officer')
  const save = (search: Record<string, string>, name = 'View') =>
    officer.saveView({ register: 'partners', name, search }).then(
      () => null,
      (error: Error) => error.message,
    )
  expect(await save({ only: 'color:red' })).toBe('view-unfit')
  expect(await save({ columns: 'name.color' })).toBe('view-unfit')
  for (const invalid of [
    { sort: 'a b' },
    { columns: 'a,b' },
    { view: 'late' },
    { find: 'x'.repeat(101) },
    { page: '2' },
  ])
    expect(await save(invalid)).toMatch(/invalid|expected|unrecognized/i)
  expect(await save({ find: 'x' }, 'n'.repeat(61))).toMatch(/big|60/i)
  expect(await save({ find: 'x' }, '\u202Eview')).not.toBeNull()
  expect(await save({ find: 'x' })).toBeNull()
  expect(await save({ find: 'y' })).toBe('view-name-taken')
})

test('a stored view opens without what the register no longer has, and says so', async () => {
  const { join, services } = await openApp()
  const { person } = await join('officer', 'views@x.example')
  await services.store.savedViews.save(
    { userId: person.id, register: 'partners' },
    { id: services.ids.next(), name: 'Old', search: { only: 'color:red', columns: 'service.color' }, at: 1_000 },
  )
  const { registerRow } = appRouter.createCaller(createContextInner(services, { user: person }))
  const [old] = await registerRow.savedViews({ register: 'partners' })
  expect(old).toMatchObject({ search: { columns: 'service' }, lost: ['color'], rows: 0 })
})
