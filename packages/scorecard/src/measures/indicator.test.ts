import { expect, it } from 'vitest'
import type { Weighable } from '../facts.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import { RULES } from '../rules.ts'
import { noIndicatorFacts } from '../testing/indicator-facts.ts'
import { INDICATORS } from './indicator.ts'
import type { IndicatorFacts } from './indicator-facts.ts'
import { MEASURES } from './measure.ts'

const NOTHING = noIndicatorFacts()

/** As many cases of each kind, one of them in time. */
const casesOf = (cases: number) => ({
  requests: { due: cases, inTime: 1 },
  days: { median: 3, ninetieth: 9, cases },
  complaints: cases,
  complaintAnswers: { due: cases, inTime: 1 },
})

const value = (id: string, facts: Partial<IndicatorFacts>) =>
  INDICATORS.find((indicator) => indicator.id === id)?.value({ ...NOTHING, ...facts }, RULES)

it('every indicator exists once and belongs to a measure, and every measure has indicators', () => {
  const ids = INDICATORS.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const measure of MEASURES) expect(INDICATORS.some((indicator) => indicator.measure === measure)).toBe(true)
})

it.each<[string, string, Partial<IndicatorFacts>, unknown]>([
  ['a half-year that runs', 'requests-in-time', {}, 'half-year-running'],
  ['a half-year that runs', 'days-to-answer', {}, 'half-year-running'],
  ['a half-year that runs', 'complaints', {}, 'half-year-running'],
  ['a half-year that runs', 'complaints-answered', {}, 'half-year-running'],
  ['a year that runs', 'whistle-blower-reports', { hasCaseHandler: true }, 'with-the-year'],
  ['a year that runs', 'reports-acknowledged', { hasCaseHandler: true }, 'with-the-year'],
  ['a year that runs', 'reports-closed', { hasCaseHandler: true }, 'with-the-year'],
  ['no bookings', 'complaints', { rights: casesOf(10) }, 'no-bookings'],
  ['no agreement on record', 'agreements-signed', { partners: { inScope: 5, signed: 0 } }, 'nothing-registered'],
  ['no wave', 'trust', {}, 'no-wave'],
  [
    'an open wave',
    'leak-signal',
    { survey: { open: true, step: FINEST_STEP, items: [], signal: null, signalBefore: null, trust: null } },
    'wave-open',
  ],
  [
    'a question that was not asked',
    'leak-signal',
    { survey: { open: false, step: FINEST_STEP, items: [], signal: null, signalBefore: null, trust: null } },
    'not-asked',
  ],
  [
    'no earlier wave',
    'leak-signal-jump',
    {
      survey: {
        open: false,
        step: FINEST_STEP,
        items: [],
        signal: { yes: 5, no: 95 },
        signalBefore: null,
        trust: null,
      },
    },
    'no-wave-before',
  ],
  ['no register', 'item-difficulty', {}, 'no-register'],
  ['no case handler', 'whistle-blower-reports', {}, 'no-handler'],
])('with %s %s is unknown and names the missing evidence', (_, id, facts, missing) => {
  expect(value(id, facts)).toEqual({ kind: 'unknown', missing })
})

it.each([0, 1, 9, 10, 19])('shows figures of cases from ten on, and the same for none as for nine: %i', (cases) => {
  const inTime = { due: cases, inTime: 1 }
  const whistle = { received: cases, acknowledged: inTime, closed: inTime }
  const bookings = { count: 9, unbooked: [] }
  const facts = { rights: casesOf(cases), whistle, hasCaseHandler: true, bookings }
  const few = { kind: 'suppressed', fewerThan: 10 }
  const share = { kind: 'coarse', share: { kind: 'below', value: 0.2 }, people: 10 }
  const isFew = cases < 10
  for (const id of ['requests-in-time', 'complaints-answered', 'reports-acknowledged', 'reports-closed'])
    expect([id, value(id, facts)]).toEqual([id, isFew ? few : share])
  expect(value('days-to-answer', facts)).toEqual(isFew ? few : { kind: 'days', median: 3, ninetieth: 9, cases: 10 })
  expect(value('complaints', facts)).toEqual(isFew ? few : { kind: 'rate', cases: 10, most: 19, base: 9 })
  expect(value('whistle-blower-reports', facts)).toEqual({ kind: 'people', atLeast: isFew ? 0 : 10, fewerThan: 10 })
})

it('a rate per booking from part of the months is unknown, and names the others', () => {
  const rights = casesOf(15)
  const some = { count: 30_000, unbooked: ['2025-07', '2025-09'] }
  expect(value('complaints', { rights, bookings: some })).toEqual({
    ...{ kind: 'unknown', missing: 'months-unbooked' },
    months: ['2025-07', '2025-09'],
  })
  const none = { count: 0, unbooked: [] }
  expect(value('complaints', { rights, bookings: none })).toEqual({ kind: 'unknown', missing: 'no-bookings' })
})

it.each([4, 5])('shows figures of other people from five people on: %i', (people) => {
  const trust = { rated: { numerator: 1, denominator: people }, cells: [], margins: null } as const
  const survey = {
    open: false,
    step: FINEST_STEP,
    items: [],
    signal: { yes: 1, no: people - 1 },
    signalBefore: { yes: 2, no: 28 },
    trust,
  }
  const facts = { survey, training: { passed: people, atFirst: 1 } }
  for (const id of ['trust', 'leak-signal', 'leak-signal-jump', 'first-attempt'])
    expect([id, value(id, facts)?.kind === 'suppressed']).toEqual([id, people === 4])
})

it('does not reveal if none or one said so, nor all or all but one', () => {
  const of = (yes: number, all: number) =>
    value('leak-signal', {
      survey: {
        open: false,
        step: FINEST_STEP,
        items: [],
        signal: { yes, no: all - yes },
        signalBefore: null,
        trust: null,
      },
    })
  for (const base of [19, 400]) {
    for (const yes of [0, 1]) expect(of(yes, base)).toEqual({ kind: 'band', end: 'low', base })
    for (const yes of [base - 1, base]) expect(of(yes, base)).toEqual({ kind: 'band', end: 'high', base })
    expect([of(2, base)?.kind, of(base - 2, base)?.kind]).toEqual(['share', 'share'])
  }
})

it('trust is weighted like the headline, with the count beside it', () => {
  const cell = (region: string, opinions: number, satisfied: number) => {
    return { categories: { region }, baseWeight: 1, opinions, satisfied }
  }
  const trust = (margins: Weighable['margins']) => {
    const facts = {
      rated: { numerator: 330, denominator: 400 },
      cells: [cell('east', 300, 270), cell('west', 100, 60)],
      margins,
    } as const
    return value('trust', {
      survey: { open: false, step: FINEST_STEP, items: [], signal: null, signalBefore: null, trust: facts },
    })
  }
  const counted = { numerator: 330, denominator: 400 }
  expect(trust({ region: { east: 5_000, west: 5_000 } })).toMatchObject({
    kind: 'weighted',
    value: expect.closeTo(0.75, 12),
    counted,
  })
  expect(trust({ region: { east: 7_500, west: 2_500 } })).toEqual({ kind: 'share', share: counted })
  expect(trust(null)).toEqual({ kind: 'share', share: counted })
})

it('a policy is reviewed in time within 12 months of its approval', () => {
  expect(value('policy-review', { policyApprovedOn: '2024-12-31' })).toMatchObject({ inTime: true })
  expect(value('policy-review', { policyApprovedOn: '2024-12-30' })).toMatchObject({ inTime: false })
})

it('a significant rise of the leak signal asks for an investigation, and nothing else does', () => {
  const jump = (before: readonly [number, number], now: readonly [number, number]) => {
    const of = ([yes, all]: readonly [number, number]) => ({ yes, no: all - yes })
    const survey = { open: false, step: FINEST_STEP, items: [], signal: of(now), signalBefore: of(before), trust: null }
    return value('leak-signal-jump', { survey })
  }
  // Fisher's exact test gives p = 0.051 and p = 0.032: one answer decides.
  expect(jump([5, 100], [14, 100])).toMatchObject({ triageWanted: false })
  expect(jump([5, 100], [15, 100])).toMatchObject({ triageWanted: true })
  expect(jump([5, 100], [20, 100])).toEqual({
    kind: 'jump',
    triageWanted: true,
    before: { kind: 'share', share: { numerator: 5, denominator: 100 } },
    now: { kind: 'share', share: { numerator: 20, denominator: 100 } },
  })
  expect(jump([20, 100], [5, 100])).toMatchObject({ triageWanted: false })
  expect(jump([5, 100], [5, 100])).toMatchObject({ triageWanted: false })
  // For few people, none and one count the same before, and all and all but one now.
  expect(jump([0, 19], [5, 19])).toEqual(jump([1, 19], [5, 19]))
  expect(jump([0, 19], [18, 19])).toEqual(jump([1, 19], [19, 19]))
  expect(jump([0, 19], [18, 19])).toMatchObject({ triageWanted: true })
  expect([jump([0, 4], [9, 90]), jump([9, 90], [4, 4])]).toEqual(Array(2).fill({ kind: 'suppressed', fewerThan: 5 }))
})

it('a closed case that cannot be reopened is not unknown', () => {
  expect(value('complaints-reopened', {})).toEqual({ kind: 'ruled-out' })
})
