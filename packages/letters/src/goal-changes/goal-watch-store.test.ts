import type { StoreDatabase } from '@wayproof/database/store-database'
import { engines, openBeside } from '@wayproof/database/testing/engines'
import { systemIds } from '@wayproof/kernel/system'
import { confirmChange, type FactWatch } from '@wayproof/oversight/goal-changes/fact-watch'
import { reviewFacts } from '@wayproof/oversight/goal-changes/review-facts'
import { describe, expect, test } from 'vitest'
import type { PostedLetter } from '../outbox/outbox.ts'
import { goalWatchStore } from './goal-watch-records.ts'

const AT = Date.parse('2026-08-03T07:30:00+08:00')
const watch: FactWatch = {
  ...{ goal: 'staff-training', judged: '2026-H2', fact: 'verdict', confirmed: 'met' },
  candidate: { state: 'missed', since: '2026-08-01' },
}
const other: FactWatch = { ...watch, judged: '2026-H1', candidate: null }

const letterTo = (id: string, data: unknown = { reader: 'privacy-officer', items: [] }): PostedLetter => ({
  letter: { kind: 'goals-changed', locale: 'en', data: data as never },
  recipient: { kind: 'user', id },
  dedupeKey: `goals-changed:${id}`,
})

describe.each(engines)('the watched facts of goals on $engine', ({ open }) => {
  const storeOf = (database: StoreDatabase) => goalWatchStore(database, { ids: systemIds })

  async function opened() {
    const database = await open()
    const store = storeOf(database)
    await store.review(() => ({ watches: [watch, other], letters: [] }), AT)
    const watches = async () => {
      const found: FactWatch[] = []
      await store.review((known) => {
        found.push(...known)
        return { watches: [], letters: [] }
      }, AT)
      return found.sort((one, next) => (one.judged > next.judged ? -1 : 1))
    }
    const recipients = async () => {
      const rows = await database.query.all<{ id: string }>('SELECT recipient_id AS id FROM letter ORDER BY id')
      return rows.map(({ id }) => id)
    }
    return { database, store, watches, recipients }
  }

  test('watches are read as they were saved, and replaced one by one', async () => {
    const { store, watches } = await opened()
    expect(await watches()).toEqual([watch, other])
    const settled: FactWatch = { ...watch, confirmed: 'missed', candidate: null }
    await store.review(() => ({ watches: [settled], letters: [] }), AT)
    expect(await watches()).toEqual([settled, other])
  })

  test('letters are posted with the watches, and counted once', async () => {
    const { store, recipients } = await opened()
    const review = () => ({ watches: [], letters: [letterTo('a'), letterTo('b')] })
    expect(await store.review(review, AT)).toBe(2)
    expect(await store.review(review, AT)).toBe(0)
    expect(await recipients()).toEqual(['a', 'b'])
  })

  test('a watch is not saved if a letter cannot be posted', async () => {
    const { store, watches, recipients } = await opened()
    const settled: FactWatch = { ...watch, confirmed: 'missed', candidate: null }
    const letters = [letterTo('a'), letterTo('b', { items: 1n })]
    await expect(store.review(() => ({ watches: [settled], letters }), AT)).rejects.toThrow('BigInt')
    expect(await watches()).toEqual([watch, other])
    expect(await recipients()).toEqual([])
  })

  test('several schedulers at once mail a change once', async () => {
    const { database, watches, recipients } = await opened()
    const stores = [storeOf(database), storeOf(openBeside(database)), storeOf(openBeside(database))]
    let posted = 0
    const review = (known: readonly FactWatch[]) => {
      const look = { ...watch, state: 'missed' } as const
      const changes = reviewFacts([look], known, '2026-08-03').flatMap(({ change }) => change ?? [])
      // Another letter for each call, so that no dedupe key helps.
      posted += 1
      return { watches: changes.map(confirmChange), letters: changes.map(() => letterTo(`call-${posted}`)) }
    }
    const counts = await Promise.all(stores.map((store) => store.review(review, AT)))
    expect(counts.sort()).toEqual([0, 0, 1])
    expect(await recipients()).toHaveLength(1)
    expect(await watches()).toEqual([{ ...watch, confirmed: 'missed', candidate: null }, other])
  })
})
