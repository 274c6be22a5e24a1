import { addDays, daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confirmChange, type FactWatch } from './fact-watch.ts'
import type { FactLook, FactState } from './goal-fact.ts'
import { reviewFacts } from './review-facts.ts'

const START = '2026-07-01'
const verdict = { goal: 'staff-training', judged: '2026-H2', fact: 'verdict' } as const
const pace = { goal: 'staff-training', judged: '2026-Q3', fact: 'forecast' } as const

interface Day {
  /** Days after the start. */
  readonly day: number
  readonly state: FactState | null
}

interface Mailed {
  readonly from: FactState
  readonly to: FactState
  readonly since: string
  readonly on: string
}

/** Looks on each day and confirms each change, as the job does. */
function lookOn(days: readonly Day[], fact: Omit<FactLook, 'state'> = verdict, known: readonly FactWatch[] = []) {
  let watches = known
  const mailed: Mailed[] = []
  for (const { day, state } of days) {
    const today = addDays(START, day)
    const others = watches.filter(({ judged }) => judged !== fact.judged)
    const [reviewed] = reviewFacts([{ ...fact, state }], watches, today)
    if (!reviewed) throw new Error('a fact was not reviewed')
    const { watch, change } = reviewed
    if (change) mailed.push({ from: change.from, to: change.to, since: change.since, on: today })
    watches = [...others, change ? confirmChange(change) : watch]
  }
  return mailed
}

/** Days with a state each, from the first day on. */
const daily = (...states: readonly (FactState | null)[]): readonly Day[] => states.map((state, day) => ({ day, state }))

describe('reviewFacts', () => {
  it('finds a change on the second day after it was first seen', () => {
    expect(lookOn(daily('unknown', 'missed', 'missed', 'missed', 'missed'))).toEqual([
      { from: 'unknown', to: 'missed', since: '2026-07-02', on: '2026-07-04' },
    ])
  })

  it('finds nothing if a state is corrected before it has lasted', () => {
    expect(lookOn(daily('met', 'missed', 'met', 'missed', 'missed', 'met', 'unknown', 'met'))).toEqual([])
  })

  it('counts the days of another candidate from its own first day', () => {
    expect(lookOn(daily('met', 'missed', 'missed', 'unknown', 'unknown', 'unknown'))).toEqual([
      { from: 'met', to: 'unknown', since: '2026-07-04', on: '2026-07-06' },
    ])
  })

  it('takes the first look of an installation as it is', () => {
    expect(lookOn(daily('missed', 'missed', 'missed', 'missed'))).toEqual([])
  })

  const before = (confirmed: FactState): readonly FactWatch[] => [
    { ...verdict, judged: '2026-H1', confirmed, candidate: null },
  ]

  it('finds bad news at the first look of a period, once it has lasted', () => {
    expect(lookOn(daily('missed', 'missed', 'missed', 'missed'), verdict, before('met'))).toEqual([
      { from: 'unknown', to: 'missed', since: START, on: '2026-07-03' },
    ])
  })

  it.each([
    ['missed', 'missed'],
    ['met', 'missed'],
    ['unknown', 'met'],
  ] as const)('finds no change if a period begins %s after one that was %s', (state, confirmed) => {
    expect(lookOn(daily(state, state, state, state), verdict, before(confirmed))).toEqual([])
  })

  it('compares a new period with the last one before it, of the same goal and fact', () => {
    const [last] = before('missed')
    if (!last) throw new Error('there is no period before')
    const others: readonly FactWatch[] = [
      { ...last, judged: '2025-H2', confirmed: 'met' },
      { ...last, judged: '2027-H1', confirmed: 'met' },
      { ...last, goal: 'partner-audit', confirmed: 'met' },
      { ...last, fact: 'evidence', confirmed: 'stale' },
    ]
    for (const watches of [
      [last, ...others],
      [...others, last],
    ])
      expect(lookOn(daily('missed', 'missed', 'missed'), verdict, watches)).toEqual([])
  })

  it('a pace between its two limits changes nothing and lets a candidate go', () => {
    const days = daily('on-track', 'off-track', null, 'off-track', 'off-track', 'off-track', null, 'off-track', null)
    expect(lookOn(days, pace)).toEqual([{ from: 'on-track', to: 'off-track', since: '2026-07-04', on: '2026-07-06' }])
  })

  it('finds a change that a downtime of three days hid, once', () => {
    const days = [0, 1, 5, 6, 7, 8].map((day) => ({ day, state: day < 5 ? ('met' as const) : ('missed' as const) }))
    expect(lookOn(days)).toEqual([{ from: 'met', to: 'missed', since: '2026-07-06', on: '2026-07-08' }])
  })

  it('finds a change once if the clock is set back', () => {
    const days = [0, 10, 11, 12, 3, 4, 5, 6, 12, 13].map((day) => ({
      day,
      state: day === 0 ? ('met' as const) : ('missed' as const),
    }))
    expect(lookOn(days)).toHaveLength(1)
  })

  it('a candidate does not wait for the day of a wrong clock', () => {
    const days = [0, 40, 1, 2, 3].map((day) => ({ day, state: day === 0 ? ('met' as const) : ('missed' as const) }))
    expect(lookOn(days)).toEqual([{ from: 'met', to: 'missed', since: '2026-07-02', on: '2026-07-04' }])
  })

  it('finds each state that lasts once, and none that is shorter, in any sequence of looks', () => {
    const states = fc.constantFrom<FactState | null>('unknown', 'met', 'missed', null)
    const looks = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), states), { maxLength: 40 })
    fc.assert(
      fc.property(looks, (steps) => {
        let day = 0
        const days = steps.map(([step, state]) => {
          day += step
          return { day, state }
        })
        expect(lookOn([{ day: 0, state: 'unknown' }, ...days])).toEqual(plainChanges(days))
      }),
      { numRuns: 500 },
    )
  })
})

/** Looks back from each day for the run of days with its state, and compares the run with the last mailed state. */
function plainChanges(days: readonly Day[]): readonly Mailed[] {
  const mailed: Mailed[] = []
  days.forEach(({ day, state }, index) => {
    const last = mailed.at(-1)?.to ?? 'unknown'
    if (state === null || state === last) return
    const other = days.slice(0, index).findLastIndex((look) => look.state !== state)
    const since = addDays(START, days[other + 1]?.day ?? day)
    const on = addDays(START, day)
    if (daysBetween(since, on) >= 2) mailed.push({ from: last, to: state, since, on })
  })
  return mailed
}
