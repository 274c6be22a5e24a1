import type { FrameMargins } from '@wayproof/scorecard/facts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectOutputs } from './testing/collect-outputs.ts'
import type { WaveCell, WrittenWave } from './testing/write-waves.ts'

// Published values must not distinguish the true table of a wave from those in which people of a block are exchanged.

const period = '2025-H2'
const ITEMS = ['overall', 'trust', 'security'] as const
const margins: FrameMargins = { tripType: { group: 600, solo: 900 }, channel: { app: 980, web: 520 } }

/** People in each cell, and those satisfied with each item. */
interface Table {
  readonly people: readonly number[]
  readonly satisfied: Readonly<Record<(typeof ITEMS)[number], readonly number[]>>
}

const cellsOf = ({ people, satisfied }: Table): readonly WaveCell[] =>
  people.map((opinions, i) => ({
    ...{ tripType: i & 2 ? 'solo' : 'group', channel: i & 1 ? 'web' : 'app', region: 'east', language: 'en' },
    invited: 1_000,
    counts: Object.fromEntries(
      ITEMS.map((item) => [item, { opinions, topTwo: satisfied[item][i] ?? 0, withoutOpinion: 0 }]),
    ),
  }))

const waveBefore: WrittenWave = {
  ...{ period: '2025-H1', margins },
  cells: cellsOf({
    people: [300, 200, 280, 310],
    satisfied: { overall: [270, 170, 250, 280], trust: [210, 180, 200, 250], security: [200, 110, 230, 240] },
  }),
}

const disclosedOf = (table: Table) => collectOutputs([waveBefore, { period, cells: cellsOf(table), margins }], period)

/** Moves people of group trips between the app and the web: `web` are there afterwards, that many of them satisfied. */
function moved(
  { people, satisfied }: Table,
  web: number,
  content: Readonly<Record<(typeof ITEMS)[number], number>>,
): Table {
  const [app = 0, before = 0, ...others] = people
  const within = (counts: readonly number[], item: (typeof ITEMS)[number]) => {
    const [one = 0, other = 0, ...rest] = counts
    return [one + other - content[item], content[item], ...rest]
  }
  return {
    people: [app + before - web, web, ...others],
    satisfied: {
      overall: within(satisfied.overall, 'overall'),
      trust: within(satisfied.trust, 'trust'),
      security: within(satisfied.security, 'security'),
    },
  }
}

const TABLE: Table = {
  people: [80, 3, 90, 70],
  satisfied: { overall: [69, 2, 82, 51], trust: [60, 1, 70, 66], security: [50, 3, 33, 41] },
}

describe('all published values of a wave with a small group', () => {
  it('are the same for each size of it below ten people', async () => {
    const disclosed = await disclosedOf(TABLE)
    expect(JSON.stringify(disclosed)).toContain('"kind":"hidden"')
    expect(
      disclosed.disclosed.scorecard.forPeriod.verdicts.find(({ goal }) => goal === 'customer-satisfaction')?.value,
    ).not.toBeNull()
    for (const web of [0, 1, 5, 9]) {
      const content = { overall: Math.max(0, web - 1), trust: web >> 1, security: web }
      expect(await disclosedOf(moved(TABLE, web, content))).toEqual(disclosed)
    }
  })

  it('are the same for any of the block’s people in it', async () => {
    const table = await disclosedOf(TABLE)
    const guess = fc.nat(9).chain((web) => fc.tuple(fc.constant(web), fc.nat(web), fc.nat(web), fc.nat(web)))
    await fc.assert(
      fc.asyncProperty(guess, async ([web, overall, trust, security]) => {
        expect(await disclosedOf(moved(TABLE, web, { overall, trust, security }))).toEqual(table)
      }),
      { numRuns: 4, endOnFailure: true },
    )
  })

  it('change with the people of a block', async () => {
    const disclosed = await disclosedOf(TABLE)
    const [app = 0, ...others] = TABLE.satisfied.overall
    const other = { ...TABLE, satisfied: { ...TABLE.satisfied, overall: [app - 9, ...others] } }
    expect(await disclosedOf(other)).not.toEqual(disclosed)
  })
})
