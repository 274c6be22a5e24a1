import type { Scorecard } from '@wayproof/scorecard/scorecard'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { expect, test } from 'vitest'
import { isOutside } from './shown-scorecard.tsx'

const empty = { value: null } as Verdict
const countedVerdict = { value: 0.5 } as Verdict
const seal = { number: 1 } as Scorecard['seal']
const oldScorecard = { period: '2019-H1', seal: null, verdicts: [empty, empty] }

test('a half-year outside the offered range is empty unless it was closed or has a figure', () => {
  const available = ['2026-H2', '2026-H1']
  expect(isOutside(oldScorecard, available)).toBe(true)
  expect(isOutside({ ...oldScorecard, seal }, available)).toBe(false)
  expect(isOutside({ ...oldScorecard, verdicts: [empty, countedVerdict] }, available)).toBe(false)
  expect(isOutside({ ...oldScorecard, period: '2026-H1' }, available)).toBe(false)
})
