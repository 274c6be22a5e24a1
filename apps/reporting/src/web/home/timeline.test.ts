import type { ListedDeadline } from '@wayproof/oversight/deadlines/read-deadlines'
import { expect, test } from 'vitest'
import { comingMarks, labelPlaces, waveSpan } from './coming-panel.tsx'

const timeZone = 'Asia/Shanghai'
const now = Date.parse('2026-06-09T02:00:00Z')
const duty = (subject: string, day: string): ListedDeadline => ({
  ...{ kind: 'action', subject, part: null, name: subject, due: { day }, roles: ['officer'] },
  ...{ onlySince: null, announcedOn: null, isMine: true },
})

test('overdue tasks stand at today, tasks of one day together, and a wave has both ends', () => {
  const deadlines = [
    duty('a', '2026-01-01'),
    duty('b', '2026-06-08'),
    duty('c', '2026-06-20'),
    duty('d', '2026-06-20'),
    duty('e', '2026-09-01'),
  ]
  const waves = [{ opensOn: '2026-07-01', closesOn: '2026-07-25' }]
  const marks = comingMarks({ deadlines, waves, now, timeZone })
  expect(marks.map(({ kind, day, deadlines: some }) => [kind, day, some.length])).toEqual([
    ['overdue', '2026-06-09', 2],
    ['duties', '2026-06-20', 2],
    ['half-year', '2026-06-30', 0],
    ['wave-opens', '2026-07-01', 0],
    ['wave-closes', '2026-07-25', 0],
  ])
  expect(marks[1]?.share).toBeCloseTo(11 / 60)
  expect(waveSpan(waves[0]!, '2026-07-10')).toEqual([0, 15 / 60])
  expect(waveSpan(waves[0]!, '2026-08-10')).toBeNull()
})

test('labels on one side never cover each other, and those of tasks give way', () => {
  const shares = [0, 0.02, 0.04, 0.3, 0.31, 0.33, 0.5, 0.97, 0.98]
  const marks = shares.map((share, i) => ({ share, kind: i === 5 ? ('half-year' as const) : ('duties' as const) }))
  const places = labelPlaces(marks)
  expect(places[5]).not.toBeNull()
  expect(places.filter((place) => place === null).length).toBe(2)
  for (const side of ['above', 'below']) {
    const spans = places.flatMap((place, i) => {
      if (place?.side !== side) return []
      const from = place.endsAtMark ? shares[i]! - place.width : shares[i]!
      return [[from, from + place.width] as const]
    })
    const sorted = spans.sort((a, b) => a[0] - b[0])
    for (const [i, [from]] of sorted.entries()) if (i > 0) expect(from).toBeGreaterThanOrEqual(sorted[i - 1]![1] - 1e-9)
  }
  expect(places.at(-1)?.endsAtMark).toBe(true)
  const two = labelPlaces([
    { kind: 'overdue', share: 0 },
    { kind: 'duties', share: 0.5 },
  ])
  expect(two.map((place) => place?.width)).toEqual([0.32, 0.32])
})
