import { expect, it } from 'vitest'
import type { BreakdownFacts } from '../facts.ts'
import type { FactSource } from '../ports.ts'
import { breakDownEveryItem, breakDownSatisfaction } from './break-down-satisfaction.ts'

const overall = {
  id: 'overall',
  kind: 'rating' as const,
  text: { 'zh-CN': '总体', en: 'Overall' },
  stem: null,
  broken: null,
}
const cell = (region: string, language: string, opinions: number, topTwo: number) => ({
  ...{ tripType: 'group', channel: 'app', region, language, invited: region === 'south' ? 90 : 400 },
  counts: { overall: { opinions, topTwo, withoutOpinion: 1 } },
})
const wave = (...cells: readonly ReturnType<typeof cell>[]): BreakdownFacts => {
  return { standing: 'unlinked', smallestGroup: 5, minimum: 30, items: [overall], cells }
}
const now = wave(cell('east', 'en', 41, 36), cell('north', 'zh-CN', 44, 22), cell('south', 'en', 3, 3))
const before = wave(cell('east', 'en', 120, 99))

const ask = (facts: Record<string, BreakdownFacts>) => ({
  facts: {
    forHalfYear: async (period: string) => ({ breakdown: async () => facts[period] ?? null }),
  } as unknown as FactSource,
})
const both = ask({ '2026-H1': now, '2025-H2': before })

it('shows each margin beside the previous half-year, and hides a margin with a small group', async () => {
  const outcome = await breakDownSatisfaction(both, { period: '2026-H1', by: 'region' })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  const { now: wave, tables } = outcome.value
  expect(wave.everybody).toMatchObject({ kind: 'shown', people: 85, topTwo: { kind: 'at', value: 0.7 } })
  expect(tables).toHaveLength(1)
  expect(tables[0]?.groups).toMatchObject([
    // Three people in the south hide the margin, but the north is also everybody who answered in Chinese.
    { categories: ['east'], now: { kind: 'hidden' }, before: { kind: 'shown', people: 120, topTwo: { value: 0.83 } } },
    { categories: ['north'], now: { kind: 'shown', people: 40, topTwo: { value: 0.5 } }, before: { kind: 'absent' } },
    { categories: ['south'], now: { kind: 'hidden' }, before: { kind: 'absent' } },
  ])
  expect(outcome.value.detail).toEqual({ shares: 1, withheld: 1, fewest: 10 })
  const languages = await breakDownSatisfaction(both, { period: '2026-H1', by: 'language' })
  expect(languages).toMatchObject({
    ok: true,
    value: {
      tables: [{ groups: [{ now: { people: 40, topTwo: { value: 0.9 } } }, { now: { topTwo: { value: 0.5 } } }] }],
    },
  })
})

it('lists only the groups of the half-year, because the previous one may have combined them otherwise', async () => {
  const combined = wave(cell('east-north', 'en', 120, 99))
  const outcome = await breakDownSatisfaction(ask({ '2026-H1': now, '2025-H2': combined }), {
    ...{ period: '2026-H1', by: 'region' },
  })
  const groups = outcome.ok ? outcome.value.tables.flatMap((table) => table.groups) : []
  expect(groups.map(({ categories }) => categories)).toEqual([['east'], ['north'], ['south']])
  expect(groups.every((group) => group.before.kind === 'absent')).toBe(true)
})

it('orders the margins of a pair, and never compares languages', async () => {
  const outcome = await breakDownSatisfaction(both, { period: '2026-H1', by: 'language', and: 'region' })
  expect(outcome).toMatchObject({
    ok: true,
    value: { tables: [{ margins: ['region', 'language'], comparable: false }] },
  })
  const every = await breakDownEveryItem(both, { period: '2026-H1' })
  expect(every).toMatchObject({ ok: true, value: [{ tables: [{}, {}, { comparable: true }, { comparable: false }] }] })
})

it('shows nothing before a wave is unlinked, and no question beside a differently worded one', async () => {
  for (const [standing, notShown] of [
    ['open', 'wave-open'],
    ['closed', 'not-unlinked'],
  ] as const) {
    const outcome = await breakDownSatisfaction(ask({ '2026-H1': { ...now, standing } }), { period: '2026-H1' })
    expect(outcome).toMatchObject({ ok: true, value: { now: { notShown }, before: { notShown: 'no-wave' } } })
    expect(JSON.stringify(outcome)).not.toContain('"shown"')
  }
  const reworded = { ...now, items: [{ ...overall, broken: 'wording' as const }] }
  const found = await breakDownSatisfaction(ask({ '2026-H1': reworded, '2025-H2': before }), { period: '2026-H1' })
  expect(found).toMatchObject({ ok: true, value: { before: { notShown: 'not-comparable' } } })
})

it.each([
  [{ period: '2026-Q1' }, 'not-a-half-year'],
  [{ period: '2026-H1', item: 'nothing' }, 'item-unknown'],
  [{ period: '2026-H1', by: 'region', and: 'region' }, 'margin-repeated'],
  [{ period: '2026-H1', and: 'region' }, 'margin-alone'],
] as const)('refuses %j: %s', async (command, code) => {
  expect(await breakDownSatisfaction(both, command)).toMatchObject({ ok: false, fault: { code } })
})
