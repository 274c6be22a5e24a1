import { expect, it } from 'vitest'
import { openExact } from '../exact.ts'
import { judgeCustomerSatisfaction } from '../goals/customer-satisfaction.ts'
import { judgePartnerAudit } from '../goals/partner-audit.ts'
import { contextOf, partnerFacts, waveFacts } from '../testing/example-facts.ts'
import { changeByChance } from './change-by-chance.ts'

const context = contextOf('2025-H2', '2025-12-31')
const cell = (region: string, opinions: number, satisfied: number) => {
  return { categories: { region }, baseWeight: 1, opinions, satisfied }
}
const counted = (n: number, top: number) => judgeCustomerSatisfaction(waveFacts([0, 0, n - top, top, 0]), context)
function weighted(east: readonly [number, number], west: readonly [number, number]) {
  const [n, x] = [east[0] + west[0], east[1] + west[1]]
  const cells = [cell('east', ...east), cell('west', ...west)]
  const margins = { region: { east: 5_000, west: 5_000 } }
  return judgeCustomerSatisfaction(waveFacts([0, 0, n - x, x, 0], { cells, margins }), context)
}

it('weighted shares are compared by their weighted errors, even where the counts show a change', () => {
  // More of the satisfied east answered the second time: the count rises, the weighted share does not.
  const [before, now] = [weighted([300, 270], [300, 180]), weighted([500, 450], [100, 60])]
  const [verdict, two] = [openExact(before), openExact(now)]
  expect([verdict.value, two.value]).toEqual([expect.closeTo(0.75, 12), expect.closeTo(0.75, 12)])
  const by = changeByChance(before, now)
  expect(by?.p).toBeCloseTo(1, 6)
  const error = Math.hypot(verdict.figures.estimate?.standardError ?? 0, two.figures.estimate?.standardError ?? 0)
  expect(by?.interval?.upper).toBeCloseTo(1.959963985 * error, 8)
  // (z of .975 + z of .8) errors; the errors' own change with the share is ignored.
  expect(by?.detectable).toBeCloseTo((1.959963985 + 0.841621234) * error, 2)
})

it('counts are compared exactly', () => {
  // R: fisher.test(matrix(c(841, 159, 873, 127), 2))$p.value
  expect(changeByChance(counted(1_000, 841), counted(1_000, 873))?.p).toBeCloseTo(0.04755, 5)
  // R: fisher.test(matrix(c(6, 2, 3, 5), 2))$p.value
  expect(changeByChance(counted(8, 6), counted(8, 3))?.p).toBeCloseTo(0.3147, 3)
})

it('returns null if no sampling is involved or nothing was shown', () => {
  const audit = judgePartnerAudit(partnerFacts(), contextOf('2025', '2025-12-31'))
  expect(changeByChance(audit, audit)).toBeNull()
  expect(changeByChance(counted(4, 4), counted(100, 90))).toBeNull()
})
