import { answerCode, DEFAULT_QUESTIONNAIRE, rebuildTallies } from '@wayproof/survey'
import { expect, test } from 'vitest'
import { countInCell } from './running-tally.ts'
import { closeAtOnce, countOf, openedWave, submit, surveyWorld, tallies, tokens } from './testing/survey-world.ts'

const cell = { waveId: 'wave', cellId: 'cell', code: answerCode(DEFAULT_QUESTIONNAIRE) }
const stored = cell.code.encode({ overall: '5', contacted: 'no' })

test('a cell has one row for as long as it counts any answer', async () => {
  const world = await surveyWorld()
  const count = (...by: (1 | -1)[]) =>
    world.database.write((sql) =>
      countInCell(
        sql,
        cell,
        by.map((each) => ({ stored, by: each })),
      ),
    )
  await count(1, 1)
  expect(tallies(world)).toEqual(['* break-off 2', 'contacted no 2', 'overall 5 2'])
  await count(-1)
  await count(1, -1)
  expect(tallies(world)).toEqual(['* break-off 1', 'contacted no 1', 'overall 5 1'])
  await count(-1)
  expect(countOf(world, 'running_tally')).toBe(0)
})

test('what is no answer to the questionnaire is not counted', async () => {
  const world = await surveyWorld()
  const count = (text: string) => world.database.write((sql) => countInCell(sql, cell, [{ stored: text, by: 1 }]))
  await expect(count(stored.slice(1))).rejects.toThrow('another length')
  // Overall has seven values: five points and two off the scale.
  await expect(count(`8${stored.slice(1)}`)).rejects.toThrow('unknown value')
  await count(`7${stored.slice(1)}`)
})

test.each(['zeroblob(8)', "x''", 'substr(counts, 5)'])(
  'counters that are broken (%s) are counted anew from the answers, at the next answer and at closing',
  async (broken) => {
    const world = await surveyWorld()
    await openedWave(world, 12)
    const [first = '', ...others] = tokens(world)
    for (const token of others) await submit(world, token, { overall: '4' })
    const breaking = () => world.database.write((sql) => sql(`UPDATE running_tally SET counts = ${broken}`).run())
    await breaking()
    await submit(world, first, { overall: '5' })
    await breaking()
    // Left by nobody we know of.
    await world.database.write((sql) =>
      sql(`INSERT INTO tally SELECT wave_id, cell_id, 'overall', '4', 1 FROM running_tally LIMIT 1`).run(),
    )
    await closeAtOnce(world, '2026-H1')
    expect(countOf(world, 'running_tally')).toBe(0)
    expect(await rebuildTallies(world.ports, { period: '2026-H1' })).toMatchObject({
      value: { answers: 12, differences: [] },
    })
  },
)

test('counters are written out in the commit that closes the wave, or not at all', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  for (const token of tokens(world)) await submit(world, token, { overall: '4' })
  const { database } = world
  await database.write((sql) =>
    sql(`CREATE TRIGGER refuse BEFORE INSERT ON tally WHEN NEW.item = 'overall'
      BEGIN SELECT RAISE(ABORT, 'refused'); END`).run(),
  )
  const before = tallies(world)
  await expect(closeAtOnce(world, '2026-H1')).rejects.toThrow('refused')
  expect([countOf(world, `wave WHERE status = 'open'`), countOf(world, 'tally'), tallies(world)]).toEqual([
    1,
    0,
    before,
  ])
  await database.write((sql) => sql('DROP TRIGGER refuse').run())
  await closeAtOnce(world, '2026-H1')
  expect([countOf(world, 'running_tally'), tallies(world)]).toEqual([0, before])
})

test('a recount of an open wave finds counters that are wrong or missing, and puts them right', async () => {
  const world = await surveyWorld()
  await openedWave(world, 30)
  for (const [n, token] of tokens(world).entries()) await submit(world, token, { overall: String(1 + (n % 5)) })
  const { database, ports } = world
  const wave = await ports.store.wave('2026-H1')
  const recount = () => ports.store.rebuildTallies(wave?.id ?? '')
  expect(await recount()).toMatchObject({ answers: 30, differences: [] })
  const right = tallies(world)
  const cells = database.read<{ cell_id: string; counts: Buffer }>('SELECT cell_id, counts FROM running_tally').all()
  await database.write((sql) => {
    for (const [n, { cell_id, counts }] of cells.entries()) {
      if (n === 0) sql('DELETE FROM running_tally WHERE cell_id = ?').run(cell_id)
      counts.writeInt32LE(counts.readInt32LE(8) + 1, 8)
      if (n === 1) sql('UPDATE running_tally SET counts = ? WHERE cell_id = ?').run(counts, cell_id)
    }
  })
  const { differences } = await recount()
  expect(new Set(differences.map(({ cellId }) => cellId))).toEqual(
    new Set(cells.slice(0, 2).map((each) => each.cell_id)),
  )
  expect(tallies(world)).toEqual(right)
  expect(await recount()).toMatchObject({ differences: [] })
})
