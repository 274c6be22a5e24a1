import { expect, test } from 'vitest'
import { indicatorState } from './indicator-state.ts'
import { changeText, figureOf } from './measure-table.tsx'

const share = (numerator: number, denominator: number) => ({
  ...{ kind: 'share' as const, share: { numerator, denominator } },
})
const count = (n: number) => ({ kind: 'count' as const, count: n })

test('a share that should be whole, a count that should be zero and one that should not be are done or open', () => {
  expect(indicatorState({ id: 'encryption', value: share(4, 4) })).toBe('done')
  expect(indicatorState({ id: 'encryption', value: share(3, 4) })).toBe('open')
  expect(indicatorState({ id: 'critical-findings', value: count(0) })).toBe('done')
  expect(indicatorState({ id: 'critical-findings', value: count(2) })).toBe('open')
  expect(indicatorState({ id: 'penetration-tests', value: count(0) })).toBe('open')
})

test('an indicator without an aim has no state, and an unknown one is never done', () => {
  expect(indicatorState({ id: 'exposure', value: count(0) })).toBeNull()
  expect(indicatorState({ id: 'encryption', value: { kind: 'unknown', missing: 'no-register' } })).toBe('unknown')
})

test('figures of registers have a change, figures of the survey and bounds have none', () => {
  expect(changeText({ value: count(3), evidence: ['bookings'] }, count(5), 'en')).toBe('−2')
  expect(changeText({ value: count(3), evidence: ['bookings'] }, undefined, 'en')).toBeNull()
  expect(changeText({ value: share(1, 2), evidence: ['waves'] }, share(1, 4), 'en')).toBeNull()
  expect(figureOf({ kind: 'people', atLeast: 10, fewerThan: 10 })).toBeNull()
})
