import { expect, test } from 'vitest'
import type { GoalId } from '../../goals/goal.ts'
import { remediesByState } from './remedies-by-state.ts'

const remedy = (goal: GoalId) => ({ goal })
const green = { goal: 'staff-training', status: 'green', reason: 'target-reached' } as const
const red = { goal: 'partner-audit', status: 'red', reason: 'below-target' } as const
const unasked = { goal: 'customer-satisfaction', status: 'no-data', reason: 'no-wave' } as const

test('an action on a goal that has become green does not count as one on a red goal', () => {
  const both = [remedy('staff-training'), remedy('partner-audit')]
  expect(remediesByState([green, red], both)).toEqual({
    red: { goals: ['partner-audit'], bare: [], remedies: [both[1]] },
    noWave: { goals: [], bare: [], remedies: [] },
    past: [both[0]],
  })
  expect(remediesByState([{ ...green, status: 'amber' }, red], [both[0]!])).toMatchObject({
    red: { bare: ['partner-audit'], remedies: [] },
    past: [both[0]],
  })
})

test('satisfaction without a survey needs an action too, listed apart from the red goals', () => {
  expect(remediesByState([red, unasked], [])).toMatchObject({
    red: { bare: ['partner-audit'] },
    noWave: { bare: ['customer-satisfaction'] },
  })
  const said = [remedy('customer-satisfaction')]
  expect(remediesByState([red, unasked], said)).toMatchObject({ noWave: { bare: [], remedies: said }, past: [] })
})
