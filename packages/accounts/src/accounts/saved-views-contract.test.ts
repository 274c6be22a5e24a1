import { engines, openBeside } from '@wayproof/database/testing/engines'
import { savedViewStore } from '@wayproof/evidence/rows/saved-view-store'
import { describe, expect, test } from 'vitest'

const times = { createdAt: new Date(0), updatedAt: new Date(0) }
const userOf = (id: string) => ({
  ...{ id, name: id, email: `${id}@x.example`, emailVerified: true, role: 'officer', locale: 'en' },
  ...times,
})
const lin = { userId: 'lin', register: 'partners' } as const
const view = (id: string, name: string, at = 1_000) => ({ id, name, search: { find: 'bus' }, at })

describe.each(engines)('saved views on $engine', ({ open }) => {
  async function opened() {
    const database = await open()
    const { user } = await database.records()
    await user.createMany({ data: [userOf('lin'), userOf('ma')] })
    return { database, user, views: savedViewStore(database) }
  }

  test('each person has views of one’s own for each register, and nobody else changes them', async () => {
    const { views } = await opened()
    await views.save(lin, view('v2', 'Late', 2_000))
    await views.save(lin, view('v1', 'Buses', 1_000))
    const { at: _, ...buses } = view('v1', 'Buses')
    expect(await views.list(lin)).toEqual([buses, { ...buses, id: 'v2', name: 'Late' }])
    expect(await views.list({ ...lin, userId: 'ma' })).toEqual([])
    expect(await views.list({ ...lin, register: 'incidents' })).toEqual([])
    expect(await views.rename('ma', { id: 'v1', name: 'Mine' })).toMatchObject({ fault: { code: 'view-unknown' } })
    expect(await views.remove('ma', 'v1')).toMatchObject({ fault: { code: 'view-unknown' } })
    expect(await views.remove('lin', 'v1')).toMatchObject({ ok: true })
    expect((await views.list(lin)).map(({ id }) => id)).toEqual(['v2'])
  })

  test('a name is taken in any width, case and spacing, but not by the view itself', async () => {
    const { views } = await opened()
    await views.save(lin, view('v1', 'Late Ｂｕｓｅｓ'))
    const taken = { fault: { code: 'view-name-taken' } }
    expect(await views.save(lin, view('v2', ' late  buses'))).toMatchObject(taken)
    await views.save(lin, view('v2', 'Other'))
    expect(await views.rename('lin', { id: 'v2', name: 'LATE BUSES' })).toMatchObject(taken)
    expect(await views.rename('lin', { id: 'v1', name: 'Late buses' })).toMatchObject({ ok: true })
    expect(await views.save({ ...lin, register: 'incidents' }, view('v3', 'Late buses'))).toMatchObject({ ok: true })
  })

  test('the twenty-first view is refused, also while two windows save', async () => {
    const { database, views } = await opened()
    for (let n = 0; n < 19; n++) await views.save(lin, view(`v${n}`, `View ${n}`))
    const beside = savedViewStore(openBeside(database))
    const outcomes = await Promise.all([views.save(lin, view('a', 'A')), beside.save(lin, view('b', 'B'))])
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    expect(await views.list(lin)).toHaveLength(20)
  })

  test('the views leave with the account', async () => {
    const { user, views } = await opened()
    await views.save(lin, view('v1', 'Buses'))
    await user.delete({ where: { id: 'lin' } })
    expect(await views.list(lin)).toEqual([])
  })
})
