import { expect, it } from 'vitest'
import { contextOf, quarterFacts } from '../testing/example-facts.ts'
import { judgedTraining } from '../testing/judged.ts'

const context = contextOf('2025-H2', '2025-12-31')
const third = (passed: number) => quarterFacts({ quarter: '2025-Q3', passed })
const half = (quarters: Parameters<typeof quarterFacts>[0][], asOf = context.asOf, today?: string) =>
  judgedTraining({ quarters: quarters.map(quarterFacts) }, { ...context, asOf, ...(today && { today }) })

it.each([
  [950, 'met', 'green', 'target-reached'],
  [949, 'missed', 'amber', 'below-target'],
  [900, 'missed', 'amber', 'below-target'],
  [899, 'missed', 'red', 'below-target'],
  [0, 'missed', 'red', 'below-target'],
])('%i of 1000 is %s, %s', (passed, verdict, status, reason) => {
  expect(half([{ passed }])).toMatchObject({ verdict, status, reason, missing: 1000 - passed, period: '2025-Q4' })
})

it('is missed and red if the session for all staff was not held', () => {
  expect(half([{ sessionHeld: false }])).toMatchObject({ verdict: 'missed', status: 'red', reason: 'session-not-held' })
  expect(half([{ sessionHeld: false, passed: 940 }])).toMatchObject({ status: 'red', reason: 'below-target' })
})

it('is unknown, not 0 %, if an ended quarter has no records', () => {
  const nothing = { passed: 0, firstAttemptPassed: 0, silent: true, sessionHeld: false }
  const no = { verdict: 'unknown', status: 'no-data', reason: 'no-training-record', value: null, share: null }
  expect(half([nothing])).toMatchObject(no)
  expect(half([third(960), nothing])).toMatchObject({ ...no, period: '2025-Q4' })
  expect(half([third(940), nothing])).toMatchObject({ verdict: 'missed', period: '2025-Q3' })
  expect(half([nothing], '2025-11-01')).toMatchObject({ verdict: 'unknown', value: 0 })
})

it('a half-year is met only if both quarters are, and shows the deciding one', () => {
  expect(half([third(960), { passed: 970 }])).toMatchObject({ verdict: 'met', period: '2025-Q3', value: 0.96 })
  expect(half([third(960), { passed: 940 }])).toMatchObject({ verdict: 'missed', period: '2025-Q4', missing: 60 })
  expect(half([third(940), { passed: 300, due: 1000 }])).toMatchObject({ period: '2025-Q4', missing: 700 })
  expect(half([third(940), { passed: 970 }]).figures.deciding).toBe('2025-Q3')
})

it('has no verdict for an empty roster', () => {
  expect(half([{ due: 0, passed: 0 }])).toMatchObject({
    verdict: 'unknown',
    status: 'no-data',
    reason: 'no-roster',
    value: null,
  })
})

it('is unknown while a quarter runs, with a status by pace', () => {
  const running = (passed: number, usualShare = { numerator: 1, denominator: 2 }) =>
    half([third(960), { passed, usualShare }], '2025-11-15')
  expect(running(700)).toMatchObject({ verdict: 'unknown', reason: 'running', status: 'green', period: '2025-Q4' })
  expect([running(300).status, running(200).status]).toEqual(['amber', 'red'])
  expect(running(20, { numerator: 5, denominator: 100 })).toMatchObject({ status: 'too-early', reason: 'too-early' })
  expect(running(980)).toMatchObject({ verdict: 'unknown', status: 'green' })
  expect(running(700).figures.quarters[1]?.pace).toMatchObject({ need: 250, elapsedShare: 0.5 })
})

it.each([0, 1, 500, 950])('shows the running quarter with %i passed beside an ended one without records', (passed) => {
  const nothing = { quarter: '2025-Q3', passed: 0, firstAttemptPassed: 0, silent: true, sessionHeld: false }
  const verdict = half([nothing, { passed }], '2025-11-15')
  expect(verdict).toMatchObject({ period: '2025-Q4', verdict: 'unknown', missing: 1000 - passed })
  expect(verdict.share).toEqual({ numerator: passed, denominator: 1000 })
})

it('is lost once the first quarter is missed', () => {
  const verdict = half([third(940), { passed: 700 }], '2025-11-15')
  expect(verdict).toMatchObject({ verdict: 'missed', reason: 'cannot-be-met', period: '2025-Q3', missing: 60 })
})

it('ignores a quarter that has not begun', () => {
  const early = half([third(500), { passed: 0 }], '2025-08-31')
  expect(early).toMatchObject({ verdict: 'unknown', period: '2025-Q3' })
  expect(early.figures.quarters).toHaveLength(1)
})

it('is not over on the last day itself', () => {
  expect(half([third(960), {}], '2025-12-31', '2025-12-31')).toMatchObject({ verdict: 'unknown', status: 'green' })
  expect(half([third(960), {}], '2025-12-31', '2026-01-01')).toMatchObject({ verdict: 'met' })
})

it('flags more than 5 % on leave, but not exactly 5 %', () => {
  expect(half([{ due: 95, passed: 95, exempt: 5 }]).flags).toEqual([])
  expect(half([{ due: 94, passed: 94, exempt: 5 }]).flags).toEqual(['exempt-share-high'])
})
