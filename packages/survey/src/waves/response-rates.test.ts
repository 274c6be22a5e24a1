import { expect, test } from 'vitest'
import { responseOf } from './response-rates.ts'

const skips = [
  { stage: 'invitation', reason: 'objected', count: 99 },
  { stage: 'reminder', reason: 'objected', count: 4 },
  { stage: 'reminder', reason: 'refused', count: 7 },
] as const

test('every invited person is a complete, a partial, a refusal or a noncontact', () => {
  const completeness = { complete: 120, partial: 30, 'break-off': 10 }
  const response = responseOf({ invited: 400, withdrawn: 6, completeness, skips })
  expect(response?.dispositions).toEqual({ I: 120, P: 30, R: 20, NC: 230, O: 0, UH: 0, UO: 0, notEligible: 0 })
  expect(response?.rates).toMatchObject({
    e: 1,
    RR1: 0.3,
    RR2: 0.375,
    RR3: 0.3,
    RR4: 0.375,
    RR5: 0.3,
    RR6: 0.375,
    COOP1: 120 / 170,
    REF1: 0.05,
    CON1: 170 / 400,
  })
})

test('there are no rates before the completeness is known, nor without invited people', () => {
  expect(responseOf({ invited: 400, withdrawn: 0, completeness: null, skips: [] })).toBeNull()
  const completeness = { complete: 0, partial: 0, 'break-off': 0 }
  expect(responseOf({ invited: 0, withdrawn: 0, completeness, skips: [] })?.rates.RR1).toBeNull()
})
