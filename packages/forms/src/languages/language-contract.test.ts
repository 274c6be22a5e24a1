import { engines, openBeside } from '@wayproof/database/testing/engines'
import { describe, expect, test } from 'vitest'
import { languageStore } from './language-store.ts'

const lin = { id: 'lin', name: 'Lin' }
const zhou = { id: 'zhou', name: 'Zhou' }
const content = { name: 'Français', sentences: { survey: { submit: 'Envoyer' } } }

describe.each(engines)('languages of the survey on $engine', ({ open }) => {
  test('a language is added inactive, and each change has an act of its own', async () => {
    const database = await open()
    const store = languageStore(database)
    expect(await store.get('fr')).toBeNull()
    expect(await store.save({ tag: 'fr', seen: 0 }, content, { by: lin, at: 1_000 })).toBe(true)
    const added = { tag: 'fr', ...content, isActive: false, revision: 1, changed: { by: lin, at: 1_000 } }
    expect(await store.get('fr')).toEqual(added)
    expect(await store.setActive({ tag: 'fr', seen: 1 }, true, { by: zhou, at: 2_000 })).toBe(true)
    expect(await store.setActive({ tag: 'fr', seen: 2 }, true, { by: zhou, at: 2_500 })).toBe(false)
    expect(await store.activeMarks()).toEqual([{ tag: 'fr', revision: 2 }])
    expect(await store.active()).toEqual([{ tag: 'fr', ...content, revision: 2 }])
    expect(await store.setActive({ tag: 'fr', seen: 2 }, false, { by: lin, at: 3_000 })).toBe(true)
    expect(await store.list()).toEqual([{ ...added, revision: 3, changed: { by: lin, at: 3_000 } }])
    const { auditEntry } = await database.records()
    const entries = await auditEntry.findMany({ orderBy: { at: 'asc' } })
    expect(entries.map(({ act, subject, details }) => [act, subject, JSON.parse(details)])).toEqual([
      ['language-saved', 'fr', { revision: 1 }],
      ['language-activated', 'fr', { revision: 2 }],
      ['language-deactivated', 'fr', { revision: 3 }],
    ])
  })

  test('survey pages get the active languages without Prisma Client', async () => {
    const database = await open()
    const store = languageStore(database)
    const pages = languageStore(Object.assign(Object.create(database), { records: () => Promise.reject(new Error()) }))
    for (const tag of ['fr', 'de', 'ar']) await store.save({ tag, seen: 0 }, content, { by: lin, at: 1_000 })
    expect([await pages.activeMarks(), await pages.active()]).toEqual([[], []])
    for (const tag of ['fr', 'ar']) await store.setActive({ tag, seen: 1 }, true, { by: lin, at: 2_000 })
    expect(await pages.activeMarks()).toEqual([
      { tag: 'ar', revision: 2 },
      { tag: 'fr', revision: 2 },
    ])
    expect(await pages.active()).toEqual([
      { tag: 'ar', ...content, revision: 2 },
      { tag: 'fr', ...content, revision: 2 },
    ])
  })

  test('one of two officers who save the same revision is refused, and nothing of it is stored', async () => {
    const database = await open()
    const stores = [languageStore(database), languageStore(openBeside(database))]
    const save = (seen: number) =>
      Promise.all(
        stores.map((store, n) =>
          store.save({ tag: 'fr', seen }, { ...content, name: `${seen} ${n}` }, { by: lin, at: 1_000 }),
        ),
      )
    expect((await save(0)).toSorted()).toEqual([false, true])
    const saved = await save(1)
    expect(saved.toSorted()).toEqual([false, true])
    expect(await stores[0]?.get('fr')).toMatchObject({ revision: 2, name: `1 ${saved.indexOf(true)}` })
    expect(await stores[0]?.save({ tag: 'fr', seen: 1 }, content, { by: lin, at: 1_000 })).toBe(false)
    expect(await stores[0]?.save({ tag: 'de', seen: 1 }, content, { by: lin, at: 1_000 })).toBe(false)
  })
})
