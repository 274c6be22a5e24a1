import { expect, test } from 'vitest'
import { OPENING_STEPS, openingSearch, searchOfStep, shownStep } from './opening-step.ts'

test('each step has an address, and the first one is the page without a step', () => {
  for (const [at] of OPENING_STEPS.entries()) expect(shownStep(openingSearch({ ...searchOfStep(at) }), 3)).toBe(at)
  expect(searchOfStep(0)).toEqual({})
})

test.each([{ step: 'plan' }, { step: 'send' }, { step: 3 }, {}])('%j opens the first step', (search) => {
  expect(openingSearch(search)).toEqual({})
})

test('an address of a step that was not reached on this visit shows the last one reached', () => {
  expect([0, 1, 2].map((reached) => shownStep({ step: 'confirm' }, reached))).toEqual([0, 1, 2])
  expect(shownStep({ step: 'questions' }, 3)).toBe(1)
})
