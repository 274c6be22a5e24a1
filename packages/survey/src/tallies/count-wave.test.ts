import { allowWrites, refuseWrites } from '@wayproof/database/testing/refuse-writes'
import { expect, test } from 'vitest'
import { rebuildTallies } from '../answers/rebuild-tallies.ts'
import { closeAtOnce, countOf, openedWave, submit, surveyWorld, tallies, tokens } from '../testing/survey-world.ts'
import { closeWave } from '../waves/close-wave.ts'

const period = '2026-H1'

async function answeredWave(choices?: { readonly encrypts: boolean }) {
  const world = await surveyWorld(choices)
  await openedWave(world, 12)
  for (const [n, token] of (await tokens(world)).entries()) await submit(world, token, { overall: String(1 + (n % 5)) })
  return world
}

test('a wave has no tallies before it is unlinked', async () => {
  const world = await answeredWave()
  const wave = await world.ports.store.wave(period)
  expect(await world.ports.store.rebuildTallies(wave?.id ?? '')).toMatchObject({ answers: 12, differences: [] })
  expect(await countOf(world, 'tally')).toBe(0)
})

test('an unlinking that fails while it writes tallies is repeated, and counts each answer once', async () => {
  const world = await answeredWave()
  const said = await tallies(world)
  await refuseWrites(world.database, { before: 'INSERT', on: 'tally', when: `NEW.item = 'overall'` })
  await expect(closeAtOnce(world, period)).rejects.toThrow('refused')
  expect([
    await countOf(world, `wave WHERE status = 'closed' AND unlinked_at IS NULL`),
    await countOf(world, 'tally'),
  ]).toEqual([1, 0])
  // A wave that is closed and not yet counted shows neither figures nor rows.
  expect(await world.ports.store.satisfactionCounts(period)).toEqual({ ok: false, fault: { code: 'wave-open' } })
  expect(await rebuildTallies(world.ports, { period })).toEqual({ ok: false, fault: { code: 'wave-open' } })
  const funnel = await world.ports.store.funnel(period)
  expect(funnel?.completeness).toBeNull()

  await allowWrites(world.database, 'tally')
  await closeWave(world.ports, { period })
  expect(await tallies(world)).toEqual(said)
  await closeWave(world.ports, { period })
  expect(await tallies(world)).toEqual(said)
})

test('tallies that an earlier version wrote at closing are replaced, not added to', async () => {
  const world = await answeredWave()
  const said = await tallies(world)
  await world.database.write((query) =>
    query.run(`INSERT INTO tally SELECT DISTINCT wave_id, cell_id, 'overall', '4', 9 FROM answer`),
  )
  await closeAtOnce(world, period)
  expect(await tallies(world)).toEqual(said)
})

test.each(['', '1', `8${'0'.repeat(11)}`, '!!!!!!!!!!!!'])(
  'an answer that does not fit the questionnaire (%j) does not stop the unlinking, and is ignored',
  async (broken) => {
    const world = await answeredWave({ encrypts: false })
    await world.database.write((query) =>
      query.run('UPDATE answer SET "values" = @broken WHERE key = (SELECT key FROM answer LIMIT 1)', { broken }),
    )
    const closed = await closeAtOnce(world, period)
    expect(closed).toMatchObject({ status: 'unlinked' })
    expect(await rebuildTallies(world.ports, { period })).toMatchObject({ value: { answers: 11, differences: [] } })
    expect(await world.ports.store.satisfactionCounts(period)).toMatchObject({ value: { answered: 11 } })
  },
)
