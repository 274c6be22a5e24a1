import { expect, test } from 'vitest'
import { brokenTrends } from './broken-trends.ts'
import { DEFAULT_QUESTIONNAIRE as shipped } from './default-questionnaire.ts'
import type { Item, Questionnaire } from './questionnaire.ts'

const change = (id: string, by: Partial<Item>): Questionnaire => ({
  ...shipped,
  items: shipped.items.map((item) => (item.id === id ? ({ ...item, ...by } as Item) : item)),
})

test('a new version with the same wording breaks no trend', () => {
  expect(brokenTrends(shipped, { ...shipped, version: 9, estimatedMinutes: 5 })).toEqual([])
  expect(brokenTrends(shipped, change('trust', { required: true }))).toEqual([])
})

test('each kind of change breaks the trend of its own item only', () => {
  expect(brokenTrends(shipped, change('overall', { en: 'How happy are you?' }))).toEqual([
    { id: 'overall', because: 'wording' },
  ])
  expect(brokenTrends(shipped, change('complaint', { showIf: { contacted: 'no' } }))).toEqual([
    { id: 'complaint', because: 'shown-to-others' },
  ])
  const fewer = { ...shipped, items: shipped.items.filter(({ id }) => id !== 'signal') }
  expect(brokenTrends(shipped, fewer)).toEqual([{ id: 'signal', because: 'gone' }])
  expect(brokenTrends(fewer, shipped)).toEqual([{ id: 'signal', because: 'new' }])
})

test('changing a scale or a stem breaks the trend of every item that uses it', () => {
  const [name, scale] = Object.entries(shipped.scales)[0] ?? []
  if (!name || !scale) throw new Error('no scale')
  const scales = { ...shipped.scales, [name]: { ...scale, points: scale.points.slice(1) } }
  const on = shipped.items.filter((item) => item.type === 'scale' && item.scale === name)
  expect(brokenTrends(shipped, { ...shipped, scales })).toEqual(on.map(({ id }) => ({ id, because: 'scale' })))
  const stem = { ...shipped.stem, en: 'How good is this?' }
  expect(
    brokenTrends(shipped, { ...shipped, stem })
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...shipped.stem.appliesTo].sort())
})

test('other satisfied points break the trend of each question on the scale, and naming the usual ones breaks none', () => {
  const { sat5 } = shipped.scales
  if (!sat5) throw new Error('no scale')
  const { satisfied: _, ...unnamed } = sat5
  const on = (scale: typeof sat5): Questionnaire => ({ ...shipped, scales: { ...shipped.scales, sat5: scale } })
  expect(brokenTrends(on(unnamed), shipped)).toEqual([])
  expect(brokenTrends(shipped, on({ ...sat5, satisfied: [5, 4] }))).toEqual([])
  const ids = shipped.items.flatMap((item) => (item.type === 'scale' && item.scale === 'sat5' ? [item.id] : []))
  expect(brokenTrends(shipped, on({ ...sat5, satisfied: [5] }))).toEqual(
    ids.map((id) => ({ id, because: 'satisfied-points' })),
  )
})
