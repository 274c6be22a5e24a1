import type { PromisedActions } from '@wayproof/scorecard'
import { expect, test } from 'vitest'
import { remediesByState } from './remedies-by-state.ts'

const remedy = (goal: 'staff-training' | 'partner-audit') =>
  ({ id: goal, goal, outcome: null }) as PromisedActions['remedies'][number]
const green = { goal: 'staff-training', status: 'green' } as const
const red = { goal: 'partner-audit', status: 'red' } as const

test('an action on a goal that a restatement made green is not one on a red goal', () => {
  const both = [remedy('staff-training'), remedy('partner-audit')]
  expect(remediesByState([green, red], both)).toEqual({
    ...{ red: ['partner-audit'], bare: [], current: [both[1]], past: [both[0]] },
  })
  expect(remediesByState([{ ...green, status: 'amber' }, red], [both[0]!])).toMatchObject({
    ...{ bare: ['partner-audit'], current: [], past: [both[0]] },
  })
})
