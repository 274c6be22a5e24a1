import { expect, test } from 'vitest'
import { lengthInDays, projectedShare, responseCurve } from './response-panel.tsx'

const ZONE = 'Asia/Shanghai'
const at = (time: string) => Date.parse(time)
const wave = { openedAt: at('2026-07-01T01:00:00Z'), closesAt: at('2026-07-25T16:00:00Z') }
const days = [
  { day: '2026-07-01', count: 10 },
  { day: '2026-07-03', count: 5 },
]

test('answers add up by day, and a day without answers keeps the level', () => {
  const counted = { kind: 'hourly', asOf: at('2026-07-04T02:00:00Z') } as const
  const curve = responseCurve({ counted, answered: 15, days, invited: 100, wave }, ZONE)
  expect(curve.map(({ day, answers }) => [day, answers])).toEqual([
    [1, 10],
    [2, 10],
    [3, 15],
    [4, 15],
  ])
  expect(curve.at(-1)).toMatchObject({ date: '2026-07-04', share: 0.15 })
})

test('a closed wave is drawn to its last day, and to a later day with answers', () => {
  const exact = { counted: { kind: 'exact' }, answered: 15, invited: 100 } as const
  expect(responseCurve({ ...exact, days, wave }, ZONE)).toHaveLength(lengthInDays(wave, ZONE))
  expect(lengthInDays(wave, ZONE)).toBe(25)
  const short = { ...wave, closesAt: wave.openedAt + 1 }
  expect(responseCurve({ ...exact, days, wave: short }, ZONE)).toHaveLength(3)
})

test('before the first figure there is no curve', () => {
  const hourly = { kind: 'hourly', asOf: at('2026-07-04T02:00:00Z') } as const
  expect(responseCurve({ counted: hourly, answered: null, days, invited: 100, wave }, ZONE)).toEqual([])
  expect(responseCurve({ counted: { kind: 'not-yet' }, answered: null, days: [], invited: 100, wave }, ZONE)).toEqual(
    [],
  )
})

test('a wave is projected by what the last one gained after the same day', () => {
  const curve = (...shares: readonly number[]) =>
    shares.map((share, at) => ({ day: at + 1, date: '2026-07-01', answers: share * 100, share }))
  expect(projectedShare(curve(0.1, 0.15), curve(0.1, 0.2, 0.3))).toBeCloseTo(0.225)
  expect(projectedShare(curve(0.5, 0.9), curve(0.1, 0.2, 0.3))).toBe(1)
  expect(projectedShare(curve(0.1), curve(0, 0.3))).toBeNull()
  expect(projectedShare(curve(0.1, 0.2), curve(0.1, 0.2))).toBeNull()
  expect(projectedShare(curve(0.1), [])).toBeNull()
})
