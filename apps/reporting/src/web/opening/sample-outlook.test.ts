import { describe, expect, it } from 'vitest'
import { needOf, outlookOf } from './sample-calculator.tsx'

const inputs = { population: '100000', margin: '3', rate: '20' }

describe('the sample calculator', () => {
  it('computes answers and invitations from the typed numbers', () => {
    expect(needOf(inputs)).toEqual({ completes: 542, invitations: 2_710 })
    expect(needOf({ ...inputs, margin: '2,5', rate: '12.5' })).toEqual(
      needOf({ ...inputs, margin: '2.5', rate: '12,5' }),
    )
  })
  it('gives no result while a field is invalid', () => {
    for (const change of [
      { population: '0' },
      { population: 'x' },
      { margin: '0' },
      { margin: '51' },
      { margin: '-3' },
    ])
      expect(needOf({ ...inputs, ...change })).toBeNull()
    for (const rate of ['', '0', '101', '1e1', '0.05', '20%']) {
      expect(needOf({ ...inputs, rate })).toBeNull()
      expect(outlookOf(500, rate)).toBeNull()
    }
  })
  it('computes how many of the expected answers must be satisfied', () => {
    expect(outlookOf(500, '20')).toEqual({ answers: 100, satisfied: 92 })
    expect(outlookOf(100, '20')).toEqual({ answers: 20, satisfied: null })
    expect(outlookOf(1_000, '0.1')).toEqual({ answers: 1, satisfied: null })
  })
})
