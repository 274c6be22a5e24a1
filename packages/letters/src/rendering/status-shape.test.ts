import type { Verdict } from '@wayproof/scorecard'
import { expect, it } from 'vitest'
import { shapeOf } from '../contents/goal-row.ts'
import { summary } from '../testing/sample-summary.ts'

const verdict = (changed: Partial<Verdict>) => ({ ...summary.scorecard.verdicts[3], ...changed }) as Verdict

it('draws a goal filled if chance is excluded, open if it is not, and never green without data', () => {
  expect(shapeOf(verdict({}))).toBe('filled-circle')
  expect(shapeOf(verdict({ demonstrated: null }))).toBe('filled-circle')
  expect(shapeOf(verdict({ demonstrated: false }))).toBe('open-circle')
  expect(shapeOf(verdict({ verdict: 'missed', status: 'red' }))).toBe('filled-square')
  expect(shapeOf(verdict({ status: 'amber' }))).toBe('triangle')
  for (const status of ['green', 'too-early', 'no-data', 'suppressed'] as const) {
    expect(shapeOf(verdict({ verdict: 'unknown', status }))).toBe('dashed-circle')
  }
})
