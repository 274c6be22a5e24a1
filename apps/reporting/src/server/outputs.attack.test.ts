import { halfYear, periodKey } from '@wayproof/kernel'
import { type FrameMargins, type PublishedStep, RULES } from '@wayproof/scorecard'
import {
  attackedHeadline,
  figureOf,
  requiredTables,
  searchedItem,
  searchTables,
  type WholeTable,
} from '@wayproof/scorecard/reconstruction'
import { DEFAULT_QUESTIONNAIRE, publishQuestionnaire } from '@wayproof/survey'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collectOutputs } from './testing/collect-outputs.ts'
import { openApp } from './testing/open-app.ts'
import { type WaveCell, type WrittenWave, writeWaves } from './testing/write-waves.ts'
import { surveyPorts } from './trpc/ports.ts'

// Published figures must not distinguish the true table of a wave from the other tables that fit them.

const half = halfYear(2025, 2)
const period = periodKey(half)
const margins: FrameMargins = { tripType: { group: 600, solo: 900 }, channel: { app: 980, web: 520 } }

const cellsOf = ({ opinions, satisfied }: WholeTable): readonly WaveCell[] =>
  opinions.map((people, i) => ({
    tripType: i & 2 ? 'solo' : 'group',
    channel: i & 1 ? 'web' : 'app',
    region: 'east',
    language: 'en',
    counts: { overall: { opinions: people, topTwo: satisfied[i] ?? 0, withoutOpinion: 0 } },
  }))

const waveBefore: WrittenWave = {
  period: '2025-H1',
  cells: cellsOf({ opinions: [300, 200, 280, 310], satisfied: [270, 170, 250, 280] }),
  margins,
}

/** The step that unlinking chose for the wave, and the other tables that its figures allow. */
async function unlinked(table: WholeTable): Promise<{ step: PublishedStep; otherTables: readonly WholeTable[] }> {
  const { services, database } = await openApp()
  await publishQuestionnaire(surveyPorts(services), { questionnaire: DEFAULT_QUESTIONNAIRE })
  await writeWaves(database, [waveBefore, { period, cells: cellsOf(table), margins, status: 'closed' }])
  await services.store.survey.unlinkWave(period, services.clock.now())
  const facts = services.store.facts(RULES)
  const read = async (readPeriod: typeof half) => {
    const counts = await facts.forHalfYear(periodKey(readPeriod))
    const [satisfaction, groups] = [await counts.satisfaction(readPeriod), await counts.breakdown(readPeriod)]
    if (!satisfaction.wave || !groups) throw new Error('no wave')
    const cells = groups.cells.map((cell) => ({ ...cell, invited: 4 * (cell.counts.overall?.opinions ?? 0) }))
    const context = { period: readPeriod, asOf: '2026-01-31', rules: RULES }
    const { smallestGroup } = groups
    const wave = { satisfaction, context, trust: null, groups: { smallestGroup, cells } }
    return { wave, step: satisfaction.wave.step }
  }
  const { wave, step } = await read(half)
  const item = attackedHeadline(wave, [{ ...(await read(halfYear(2025, 1))), side: 'before' }])
  const searched = item && searchedItem(item, step)
  if (!searched) return { step, otherTables: [] }
  const search = searchTables(searched, 3_000)
  for (;;) {
    const next = search.next()
    if (!next.done) continue
    const { figures, tables } = next.value
    // The verdict alone is the coarsest step, whatever it reveals.
    if (step !== 'verdict') {
      const short = figures.filter(({ size }, group) => size < requiredTables(searched, group))
      expect(short).toEqual([])
    }
    return { step, otherTables: inOrderOf(searched.table, tables, item?.counted.cells ?? []) }
  }
}

/** The estimate's cells have their own order. */
function inOrderOf(
  actual: WholeTable,
  tables: readonly WholeTable[],
  cells: readonly { categories: Readonly<Record<string, string>> }[],
) {
  const cellIndexes = cellsOf(actual).map(({ tripType, channel }) =>
    cells.findIndex(({ categories }) => categories.tripType === tripType && categories.channel === channel),
  )
  const placed = (counts: readonly number[]) => cellIndexes.map((index) => counts[index] ?? 0)
  return tables
    .slice(1)
    .map(({ opinions, satisfied }) => ({ opinions: placed(opinions), satisfied: placed(satisfied) }))
}

const disclosedOf = (table: WholeTable, step: PublishedStep) =>
  collectOutputs([waveBefore, { period, cells: cellsOf(table), margins, step }], period)

describe('all published values of a wave with hidden groups', () => {
  it('are the same for ten other tables that all differ in the small group', async () => {
    const table = { opinions: [480, 3, 380, 430], satisfied: [410, 2, 340, 360] }
    const { step, otherTables } = await unlinked(table)
    expect(step).not.toBe('verdict')
    const disclosed = await disclosedOf(table, step)
    const different = new Map(otherTables.map((otherTable) => [figureOf(otherTable, [1]), otherTable]))
    expect(different.size).toBeGreaterThanOrEqual(9)
    for (const otherTable of different.values()) expect(await disclosedOf(otherTable, step)).toEqual(disclosed)
  })

  it('are the same for other tables of random waves', async () => {
    const people = fc.integer({ min: 50, max: 600 })
    const share = fc.double({ min: 0.6, max: 0.95, noNaN: true })
    const table = fc
      .tuple(fc.integer({ min: 1, max: 4 }), people, people, people, fc.tuple(share, share, share, share))
      .map(([fewCount, a, b, c, shares]) => {
        const opinions = [a, fewCount, b, c]
        return { opinions, satisfied: opinions.map((count, i) => Math.round(count * (shares[i] ?? 1))) }
      })
    await fc.assert(
      fc.asyncProperty(table, async (actual) => {
        const { step, otherTables } = await unlinked(actual)
        const disclosed = await disclosedOf(actual, step)
        for (const otherTable of otherTables.slice(-2)) expect(await disclosedOf(otherTable, step)).toEqual(disclosed)
      }),
      { numRuns: 2, endOnFailure: true },
    )
  })
})
