import type { LeakRun } from '@wayproof/scorecard/pictures/leak-run'
import { expect, test } from 'vitest'
import { messages } from './messages.ts'

const [en, zh] = (['en', 'zh-CN'] as const).map((locale) => messages(locale).reporting.goalPictures)

const month = (name: string, more: Partial<LeakRun['months'][number]> = {}) => {
  return { month: name, leaks: 0, bookings: 1000, average: 0.75, limit: 4, isAbove: false, ...more }
}

const run = (more: Partial<LeakRun> = {}): LeakRun => ({
  ...{
    months: [month('2026-01'), month('2026-02')],
    running: null,
    baselineYear: 2025,
    average: 1.25,
    perBooking: true,
  },
  ...{ without: null, unrecorded: [], undated: 0, sign: null, ...more },
})

test('the months above the limit are named with their leaks, or none is', () => {
  expect(en?.run.sentences(run())).toEqual(['No month is above the limit.'])
  const months = [month('2026-01', { leaks: 5, isAbove: true }), month('2026-02')]
  expect(en?.run.sentences(run({ months }))).toEqual(['Above the limit: January 2026 (5).'])
  expect(zh?.run.sentences(run({ months }))).toEqual(['超出控制上限：2026年1月（5 起）。'])
})

test('a row is a sign, not a verdict, and says how often chance makes one', () => {
  const sign = { from: '2026-01', to: '2026-09', months: 9, side: 'below', chance: 0.02, isSign: true } as const
  expect(en?.run.sentences(run({ sign }))[1]).toBe(
    '9 months in a row below the average, January 2026 to September 2026: a sign, not a verdict. Without any change, 2 of 100 such charts have one.',
  )
  expect(zh?.run.sentences(run({ sign: { ...sign, chance: 0.35, isSign: false } }))[1]).toBe(
    '2026年1月至2026年9月连续 9 个月低于平均值：不足以视为迹象。没有变化时，每 100 张这样的图也有约 35 张出现这种情况。',
  )
})

test('a chart of less than one leak a month says that a single month shows no improvement', () => {
  expect(en?.run.sentences(run({ average: 0.75 })).at(-1)).toBe(
    'Fewer than 1 leak a month on average: no single month can show an improvement.',
  )
})

test('a chart without limits says why and judges nothing', () => {
  const sentences = (without: LeakRun['without']) => en?.run.sentences(run({ without, average: null }))
  expect(sentences('baseline-zero')).toEqual(['No limit: the baseline year 2025 had no leak.'])
  expect(sentences('baseline-silent')).toEqual(['No average: the baseline year 2025 has no records.'])
  expect(sentences('baseline-running')).toEqual(['No average yet: the baseline year 2025 is not over.'])
})

test('gaps, the running month and leaks without a month are named', () => {
  const months = [
    month('2026-01', { leaks: null }),
    month('2026-02', { leaks: null }),
    month('2026-03', { leaks: null }),
  ]
  const notes = en?.run.notes(run({ months, running: '2026-03', undated: 1, unrecorded: ['2025-07'] })).slice(2)
  expect(notes).toEqual([
    'No record and no confirmation: January to February 2026 (gaps, not 0).',
    'The average takes July 2025 as months without leaks, like the verdict.',
    '1 leak without a known month is not drawn.',
    'March 2026 is not over, so it is not judged.',
    'Counted from today’s registers.',
  ])
})

test('the target says what it can show at the numbers of the company', () => {
  const power = { met: 0.629, shown: 0.008, fall: 0.134, canBeDemonstrated: false, baselineForFall: 50 }
  expect(en?.said.halving(power, 8, 2025)).toBe(
    'With 8 leaks in 2025, a true halving meets the target in 63 of 100 years and is demonstrated in 1 of 100.',
  )
  expect(zh?.said.halving(power, 8, 2025)).toBe(
    '2025年泄露 8 起。按此数量，即使泄露确实减半，每 100 年有约 63 年达标，约 1 年能够证实。',
  )
  expect(en?.said.wouldShow(power, 8)).toEqual([
    'A halving lies at the target itself, so it is demonstrated in at most 2.5 of 100 years, however many leaks there are.',
    'With 8 leaks in the baseline year, a true halving shows that leaks fell at all in 13 of 100 years.',
    'It would show that in 80 of 100 years from 50 leaks a year on, or over 7 years at this level before and 7 after.',
  ])
})

test('the claim of the counts names what else decides', () => {
  expect(en?.said.counted('met', 3, 4, null)).toBe('Met as counted: 3 leaks, at most 4 allowed.')
  expect(en?.said.counted('missed', 3, 4, 'the annual security assessment is missing')).toBe(
    'Missed: 3 leaks, at most 4 allowed; the annual security assessment is missing.',
  )
  expect(en?.said.shown('too-few', '50%', true)).toBe('Demonstrated that leaks fell, but not that they fell by 50%.')
})
