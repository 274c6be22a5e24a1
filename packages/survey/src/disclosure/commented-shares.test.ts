import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commentedShares } from './commented-shares.ts'

const counts = fc
  .tuple(fc.nat(60), fc.nat(60), fc.nat(20))
  .map(([topTwo, below, withoutOpinion]) => ({ opinions: topTwo + below, topTwo, withoutOpinion }))

test('both groups are shown or neither, with at least ten people, rounded, revealing no single answer', () => {
  fc.assert(
    fc.property(counts, counts, (commented, others) => {
      const shown = commentedShares([{ item: 'overall', commented, others }], 5)
      expect(shown).toHaveLength(commented.opinions >= 10 && others.opinions >= 10 ? 1 : 0)
      for (const { commented: peopleShare, others: other } of shown) {
        for (const [group, of] of [[peopleShare, commented] as const, [other, others] as const]) {
          expect(group.people % 5).toBe(0)
          expect(of.opinions - group.people).toBeLessThan(5)
          if (of.opinions < 20) expect([0, 1]).not.toContain(group.topTwo.value)
        }
      }
    }),
  )
})
