import { describe, expect, it } from 'vitest'
import { closesInTime, firstPlan, invitationCount, periodsToOpen } from './wave-plan.ts'

const plan = firstPlan('2025-H2', '2026-01-10')

describe('the plan of a new wave', () => {
  it('offers ended half-years without a wave, latest first', () => {
    expect(periodsToOpen('2026-01-10', [])).toEqual(['2025-H2', '2025-H1'])
    expect(periodsToOpen('2026-01-10', ['2025-H2'])).toEqual(['2025-H1'])
  })
  it('closes after three weeks by default', () => {
    expect(plan.closesOn).toBe('2026-01-31')
  })
  it('invites everyone, or as many as the sample size', () => {
    expect(invitationCount(plan, 620)).toBe(620)
    expect(invitationCount({ ...plan, mode: 'sample', size: '200' }, 620)).toBe(200)
    expect(invitationCount({ ...plan, mode: 'sample', size: '2000' }, 620)).toBe(620)
  })
  it('rejects a sample size that is not a whole number above 0', () => {
    for (const size of ['', '0', '-3', '2.5', '1e3', 'many'])
      expect(invitationCount({ ...plan, mode: 'sample', size }, 620)).toBeNull()
  })
  it('does not close on the day it opens', () => {
    expect(closesInTime({ ...plan, closesOn: '2026-01-10' }, '2026-01-10')).toBe(false)
    expect(closesInTime({ ...plan, closesOn: '2026-01-11' }, '2026-01-10')).toBe(true)
    expect(closesInTime({ ...plan, closesOn: '2026-06-30' }, '2026-01-10')).toBe(true)
    expect(closesInTime({ ...plan, closesOn: '2026-07-01' }, '2026-01-10')).toBe(false)
    expect(firstPlan('2026-H1', '2026-12-20').closesOn).toBe('2026-12-31')
    expect(closesInTime({ ...plan, closesOn: '' }, '2026-01-10')).toBe(false)
  })
})
