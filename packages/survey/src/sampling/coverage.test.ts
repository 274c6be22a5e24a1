import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COVERAGE_STEPS, coverageOf } from './coverage.ts'

const counted = fc.record({
  beyond: fc.nat(500),
  eligible: fc.nat(500),
  skips: fc.uniqueArray(
    fc.record({
      stage: fc.constant('invitation' as const),
      reason: fc.constantFrom('not-adult', 'no-basis', 'bounced', 'unsubscribed', 'complained', 'erased', 'budget'),
      count: fc.integer({ min: 1, max: 100 }),
    }),
    { selector: ({ reason }) => reason },
  ),
})

test('the coverage ladder never rises from the register down to the eligible, whatever the skip reasons', () => {
  fc.assert(
    fc.property(counted, ({ beyond, eligible, skips }) => {
      const registered = beyond + eligible + skips.reduce((sum, { count }) => sum + count, 0)
      const coverage = coverageOf({ registered, eligible, skips })
      const steps = COVERAGE_STEPS.map((step) => coverage[step])
      expect(steps).toEqual(steps.toSorted((a, b) => b - a))
      expect([steps[0], steps.at(-1)]).toEqual([registered, eligible])
      expect(coverage.travelled).toBe(registered - beyond)
    }),
  )
})

test('each skip reason lowers its own step, and an unsent reminder lowers none', () => {
  const skips = [
    { stage: 'invitation', reason: 'not-adult', count: 1 },
    { stage: 'invitation', reason: 'no-basis', count: 2 },
    { stage: 'invitation', reason: 'bounced', count: 4 },
    { stage: 'invitation', reason: 'unsubscribed', count: 8 },
    { stage: 'invitation', reason: 'complained', count: 16 },
    { stage: 'invitation', reason: 'budget', count: 32 },
    { stage: 'reminder', reason: 'bounced', count: 1_000 },
  ] as const
  expect(coverageOf({ registered: 200, eligible: 100, skips })).toEqual({
    registered: 200,
    travelled: 163,
    adult: 162,
    'with-basis': 160,
    reachable: 156,
    'not-suppressed': 132,
    'within-budget': 100,
  })
})
