import { describe, expect, it } from 'vitest'
import { MARGINS } from '../breakdown/margin.ts'
import { publishedDetail, suppressCells } from './suppress-cells.ts'

const smallestGroup = 5

/** Cells of up to three trip types, four channels, two regions and two languages. */
const waveOf = (cellCount: number, countsOf: (cell: number) => readonly [opinions: number, topTwo: number]) =>
  Array.from({ length: cellCount }, (_, i) => {
    const [opinions, topTwo] = countsOf(i)
    const [region, language] = [`r${Math.floor(i / 12) % 2}`, `l${Math.floor(i / 24)}`]
    const counts = { item: { opinions, topTwo, withoutOpinion: 0 } }
    return { tripType: `t${i % 3}`, channel: `c${Math.floor(i / 3) % 4}`, region, language, invited: 500, counts }
  })

function kindsOf(cells: ReturnType<typeof waveOf>) {
  const { categories, figure } = suppressCells({ cells, smallestGroup }, 'item')
  // The only category of a margin is everybody.
  const divided = MARGINS.filter((margin) => categories(margin).length > 1)
  const groups = divided.flatMap((margin) => categories(margin).map((category) => figure([margin], [category])))
  return { everybody: figure([], []), groups: new Set(groups.map(({ kind }) => kind)) }
}

describe('a wave whose answers are all alike shows no group', () => {
  it.each([
    [0, { kind: 'empty' }],
    [1, { kind: 'hidden' }],
    [4, { kind: 'hidden' }],
    [5, { kind: 'shown', topTwo: { kind: 'above', value: 0.7 } }],
    [30, { kind: 'shown', topTwo: { kind: 'above', value: 0.9 } }],
    [300, { kind: 'shown', topTwo: { kind: 'above', value: 0.99 } }],
  ] as const)('%i answers', (answers, everybody) => {
    const all = waveOf(6, (cell) =>
      cell === 0 ? [answers - 5 * Math.floor(answers / 6), 0] : [Math.floor(answers / 6), 0],
    )
    const alike = all.map((cell) => ({
      ...cell,
      counts: { item: { ...cell.counts.item, topTwo: cell.counts.item.opinions } },
    }))
    expect(kindsOf(alike).everybody).toMatchObject(everybody)
    expect([...kindsOf(alike).groups]).toEqual(['hidden'])
  })
})

it('an option that nobody chose reads like one that one person chose', () => {
  const chosenBy = (people: number) => kindsOf(waveOf(6, (cell) => [50, cell === 0 ? people : 0]))
  expect(chosenBy(0)).toEqual(chosenBy(1))
  expect(chosenBy(0).everybody).toMatchObject({ topTwo: { kind: 'below' } })
})

it('one cell is the total alone, and 48 well-filled cells show everything', () => {
  const alone = waveOf(1, () => [40, 30])
  const { everybody, groups } = kindsOf(alone)
  expect(everybody).toMatchObject({ kind: 'shown', people: 40 })
  expect([...groups]).toEqual([])
  expect([...kindsOf(waveOf(48, () => [12, 9])).groups]).toEqual(['shown'])
  expect([...kindsOf(waveOf(48, (cell) => (cell === 47 ? [9, 6] : [12, 9]))).groups].toSorted()).toEqual([
    'hidden',
    'shown',
  ])
})

it('counts the shares with withheld groups', () => {
  const cells = waveOf(6, (cell) => [20, cell]).map((cell) => ({
    ...cell,
    counts: { ...cell.counts, other: { opinions: 20, topTwo: 9, withoutOpinion: 0 } },
  }))
  const items = ['item', 'other'].map((id) => ({
    id,
    kind: 'rating' as const,
    text: { en: id, 'zh-CN': id },
    stem: null,
    broken: null,
  }))
  expect(publishedDetail({ cells, items, smallestGroup })).toEqual({ shares: 2, withheld: 1, fewest: 10 })
})
