import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestToProve } from './fewest-to-prove.ts'
import { shareInterval } from './wilson.ts'

test('one success fewer does not prove the target, and without a result even n successes do not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3_000 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.constantFrom(0.9, 0.95, 0.99),
      (n, target, level) => {
        const x = fewestToProve({ n, target, level })
        const lower = (hits: number) => shareInterval(hits / n, n, level).lower
        if (x === null) {
          if (n > 0) expect(lower(n)).toBeLessThan(target)
          return
        }
        expect(lower(x)).toBeGreaterThanOrEqual(target)
        if (x > 0) expect(lower(x - 1)).toBeLessThan(target)
      },
    ),
  )
})

test('85% is proven from 23 answers on if all are successes, and by 92 of 100', () => {
  const fewestOf = (n: number) => fewestToProve({ n, target: 0.85, level: 0.95 })
  expect([fewestOf(0), fewestOf(22), fewestOf(23), fewestOf(100)]).toEqual([null, null, 23, 92])
})
