import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageWithin } from './page-within.ts'

test('a shown page has entries, unless the list is empty', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20_000 }),
      fc.nat(5_000),
      fc.integer({ min: 1, max: 50 }),
      (requested, n, size) => {
        const page = pageWithin(requested, n, size)
        expect(page).toBeGreaterThanOrEqual(1)
        expect(page).toBeLessThanOrEqual(requested)
        if (n > 0) expect((page - 1) * size).toBeLessThan(n)
        if (page < requested) expect(page * size).toBeGreaterThanOrEqual(n)
      },
    ),
  )
})
