import { engines, openBeside } from '@wayproof/database/testing/engines'
import { describe, expect, test } from 'vitest'
import { tryCountStore } from './try-count-store.ts'

const key = (n: number) => new Uint8Array(16).fill(n)

describe.each(engines)('counts of tries on $engine', ({ open }) => {
  test('are shared by processes that count at the same moment, each key alone', async () => {
    const database = await open()
    const stores = [tryCountStore(database), tryCountStore(openBeside(database))]
    const counted = await Promise.all(
      Array.from({ length: 20 }, (_, n) => stores[n % 2]?.countTry(key(1), '2026-01-05', 7)),
    )
    expect(counted.filter((isCounted) => isCounted)).toHaveLength(7)
    expect(await Promise.all(stores.map((store) => store.countTry(key(1), '2026-01-05', 7)))).toEqual([false, false])
    expect(await stores[0]?.countTry(key(2), '2026-01-05', 7)).toBe(true)
  })
})
