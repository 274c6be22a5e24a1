import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ARRIVAL_STEP,
  arrivals,
  FIRST_ARRIVALS,
  figuresInSteps,
  firstCountedHour,
  fullHour,
  openFigures,
} from './wave-figures.ts'

const HOUR = 3_600_000
const people = fc.integer({ min: 0, max: 10_000_000 })
const days = fc
  .array(people, { maxLength: 30 })
  .map((counts) => counts.map((count, n) => ({ day: `2026-07-${String(n + 1).padStart(2, '0')}`, count })))

test('arrivals are rounded down to a multiple of the step, by less than one step, from the first figure on', () => {
  fc.assert(
    fc.property(people, (count) => {
      expect(arrivals(count) % ARRIVAL_STEP).toBe(0)
      expect(arrivals(count) === 0).toBe(count < FIRST_ARRIVALS)
      if (count < FIRST_ARRIVALS) return
      expect(count - arrivals(count)).toBeGreaterThanOrEqual(0)
      expect(count - arrivals(count)).toBeLessThan(ARRIVAL_STEP)
    }),
  )
  expect([-1, 0, 49, 50, 74, 75].map(arrivals)).toEqual([0, 0, 0, 50, 50, 75])
})

test('four invented travelers who fill up a step of five see no answer arrive', () => {
  const none = { delivered: 100, written: 0, reminded: 0, remindedAgain: 0, withdrawn: 0 }
  const seen = (answered: number) =>
    openFigures(figuresInSteps({ ...none, answered, days: [{ day: '2026-07-01', count: answered }] }))
  for (let others = 0; others < 45; others += 1) expect(seen(others + 4)).toEqual(seen(others + 5))
})

test('every published figure is a multiple of the step, and the days sum to the rounded total', () => {
  const figures = fc.record({
    delivered: people,
    written: people,
    reminded: people,
    remindedAgain: people,
    answered: people,
    withdrawn: people,
    days,
  })
  fc.assert(
    fc.property(figures, (exact) => {
      const waveFigures = figuresInSteps(exact)
      expect(Object.keys(waveFigures).sort()).toEqual(Object.keys(exact).sort())
      const { days: byDay, ...counts } = waveFigures
      const all = [...Object.values(counts), ...byDay.map(({ count }) => count)]
      for (const count of all) {
        expect(count % 5).toBe(0)
        expect(count).toBeGreaterThanOrEqual(0)
      }
      const sum = (answerDays: typeof byDay) => answerDays.reduce((total, { count }) => total + count, 0)
      expect(sum(byDay)).toBe(arrivals(sum(exact.days)))
      expect(byDay.map(({ day }) => day)).toEqual(exact.days.map(({ day }) => day))
    }),
  )
})

test('the figure of a past day does not change with later answers', () => {
  fc.assert(
    fc.property(days, people, (earlier, more) => {
      const exact = { delivered: 0, written: 0, reminded: 0, remindedAgain: 0, answered: 0, withdrawn: 0 }
      const later = [...earlier, { day: '2026-08-01', count: more }]
      const before = figuresInSteps({ ...exact, days: earlier }).days
      expect(figuresInSteps({ ...exact, days: later }).days.slice(0, -1)).toEqual(before)
    }),
  )
})

test.each(['Asia/Shanghai', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Kiritimati', 'Europe/Berlin'])(
  'in %s a full hour is a full hour of local time',
  (timeZone) => {
    const minutes = new Intl.DateTimeFormat('en', { timeZone, minute: 'numeric', second: 'numeric' })
    const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, (date) => {
        const at = date.getTime()
        const hour = fullHour(at, timeZone)
        expect(at - hour).toBeGreaterThanOrEqual(0)
        expect(at - hour).toBeLessThan(HOUR)
        expect(minutes.format(hour)).toBe('00:00')
        expect(firstCountedHour(at, timeZone)).toBe(hour + HOUR)
      }),
    )
  },
)
