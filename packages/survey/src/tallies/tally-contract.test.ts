import type { Dialect } from '@wayproof/database/query/dialect'
import type { StoreDatabase } from '@wayproof/database/store-database'
import { engines } from '@wayproof/database/testing/engines'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { describe, expect, test } from 'vitest'
import { answerCode } from '../answers/answer-code.ts'
import { ALL_ITEMS } from '../answers/tally.ts'
import { openWaveRows } from '../testing/open-wave-rows.ts'
import { tallyStore } from './tally-store.ts'

const PERIOD = '2026-H1'
const CELLS = ['a', 'b'] as const
const CELL = `INSERT INTO cell (id, wave_id, trip_type, channel, region, language, invited_count, base_weight)
  VALUES (@id, @waveId, @id, 'app', 'east', 'en', 10, 1)`
const ANSWERS = ({ listed, randomKey }: Dialect) => `INSERT INTO answer (wave_id, key, cell_id, "values")
  SELECT @waveId, ${randomKey()}, @cellId, value FROM ${listed('@stored')}`

/** Answer `n` gives the points 1 to 5 in turn, and 4 to trust. */
const valuesOf = (n: number) => ({ overall: String((n % 5) + 1), notice: '4' })

async function unlinkedWave(database: StoreDatabase, answers: number): Promise<void> {
  await openWaveRows(database, { period: PERIOD, people: 0, status: 'unlinked' })
  const code = answerCode(DEFAULT_QUESTIONNAIRE)
  await database.write(async (query) => {
    for (const [at, id] of CELLS.entries()) {
      await query.run(CELL, { id, waveId: PERIOD })
      const stored = Array.from({ length: answers / 2 }, (_, n) => code.encode(valuesOf(2 * n + at)))
      await query.run(ANSWERS, { waveId: PERIOD, cellId: id, stored })
    }
    await query.run('UPDATE wave SET unlinked_at = @at', { at: new Date(0) })
  })
}

const tallies = ({ query }: StoreDatabase) =>
  query.all('SELECT cell_id, item, value, count FROM tally ORDER BY cell_id, item, value')

describe.each(engines)('tallies on $engine', ({ open }) => {
  test('a recount of more answers than one batch adds missing counters, and finds no difference the second time', async () => {
    const database = await open()
    await unlinkedWave(database, 2_500)
    const store = tallyStore(database)
    const first = await store.rebuildTallies(PERIOD)
    expect(first).toMatchObject({ cells: 2, answers: 2_500 })
    expect(first.differences).toContainEqual({ cellId: 'b', item: 'overall', value: '2', stored: 0, counted: 250 })
    expect(await store.rebuildTallies(PERIOD)).toEqual({ cells: 2, answers: 2_500, differences: [] })
    expect(await store.satisfactionCounts(PERIOD)).toMatchObject({
      ok: true,
      value: {
        waveId: PERIOD,
        counts: [500, 500, 500, 500, 500],
        notApplicable: 0,
        dontKnow: 0,
        blank: 0,
        answered: 2_500,
      },
    })
    expect(await store.crossCounts(PERIOD)).toContainEqual({ item: 'notice', value: 4, headline: 3, count: 500 })
  })

  test('wrong counters are named and corrected, and none remains at zero', async () => {
    const database = await open()
    await unlinkedWave(database, 20)
    const store = tallyStore(database)
    await store.rebuildTallies(PERIOD)
    const right = await tallies(database)
    await database.write(async (query) => {
      await query.run(`UPDATE tally SET count = count + 3 WHERE cell_id = 'a' AND item = 'overall' AND value = '1'`)
      await query.run(`DELETE FROM tally WHERE cell_id = 'b' AND item = '${ALL_ITEMS}'`)
      await query.run(`INSERT INTO tally VALUES (@waveId, 'b', 'overall', 'na', 7)`, { waveId: PERIOD })
      await query.run('UPDATE cross_tally SET count = count - 1 WHERE headline = 5')
    })
    const { differences } = await store.rebuildTallies(PERIOD)
    expect(
      differences.map(({ cellId, item, value, stored, counted }) => [cellId, item, value, stored, counted]),
    ).toEqual([
      ['a', 'overall', '1', 5, 2],
      ['b', ALL_ITEMS, 'break-off', 0, 10],
      ['b', 'overall', 'na', 7, 0],
      ['', 'notice', '4 × 5', 3, 4],
    ])
    expect(await tallies(database)).toEqual(right)
  })

  test('an open and a missing wave have no figures', async () => {
    const database = await open()
    await openWaveRows(database, { period: PERIOD, people: 0 })
    const store = tallyStore(database)
    expect(await store.satisfactionCounts(PERIOD)).toEqual({ ok: false, fault: { code: 'wave-open' } })
    expect(await store.satisfactionCounts('2020-H1')).toEqual({ ok: false, fault: { code: 'no-wave' } })
    expect(await store.crossCounts(PERIOD)).toEqual([])
    expect(await store.rebuildTallies(PERIOD)).toEqual({ cells: 0, answers: 0, differences: [] })
    expect(await store.rebuildTallies('none')).toEqual({ cells: 0, answers: null, differences: [] })
  })
})
