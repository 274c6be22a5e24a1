import { expect, it } from 'vitest'
import { waveFacts } from '../testing/example-facts.ts'
import { tippingPoint } from './tipping-point.ts'

const TARGET = { numerator: 85, denominator: 100 }
const wave = (invited: number, answered: number) => {
  const { wave: facts } = waveFacts([0, 0, 0, answered, 0], { invited, answered })
  if (!facts) throw new Error('no wave')
  return facts
}

it('is the satisfied share of nonrespondents at which all invited customers are exactly at the target', () => {
  const silent = tippingPoint(0.9, wave(1_000, 400), TARGET) ?? Number.NaN
  expect(0.9 * 400 + silent * 600).toBeCloseTo(850, 9)
  expect(tippingPoint(0.9, wave(400, 400), TARGET)).toBeNull()
})

it('lies outside 0 to 1 if nonrespondents could not change the verdict', () => {
  expect(tippingPoint(0.95, wave(100, 95), TARGET)).toBeLessThan(0)
  expect(tippingPoint(0.5, wave(100, 90), TARGET)).toBeGreaterThan(1)
})
