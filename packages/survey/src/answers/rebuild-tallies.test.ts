import { expect, test } from 'vitest'
import { answerLink, surveyLinks } from '../testing/memory-fixture.ts'
import { openedFixture } from '../testing/open-survey.ts'
import { closeWave } from '../waves/close-wave.ts'
import { rebuildTallies } from './rebuild-tallies.ts'

async function unlinkedSurvey() {
  const fixture = await openedFixture()
  const [one = '', two = ''] = surveyLinks(fixture)
  await answerLink(fixture, one, { values: { overall: '4' } })
  await answerLink(fixture, two, { values: { overall: '4', trust: '2' } })
  fixture.setNow('2026-08-01T00:00:00Z')
  await closeWave(fixture.ports, { period: '2026-H1' })
  const wave = fixture.memory.waves.get(fixture.wave.id)
  if (!wave) throw new Error('no wave')
  return { ports: fixture.ports, wave }
}

test('tallies that agree with the answers are left unchanged', async () => {
  const { ports } = await unlinkedSurvey()
  expect(await rebuildTallies(ports, { period: '2026-H1' })).toEqual({
    ok: true,
    value: { cells: 1, answers: 2, differences: [] },
  })
})

test('a wrong, a missing and a surplus tally are each reported and corrected', async () => {
  const { ports, wave } = await unlinkedSurvey()
  const right = structuredClone(wave.tallies)
  const [cellId = ''] = right.map((tally) => tally.cellId)
  wave.tallies = [
    ...right
      .filter(({ item }) => item !== 'trust')
      .map((tally) => ({ ...tally, count: tally.item === 'overall' ? 7 : tally.count })),
    { cellId, item: 'trust', value: '5', count: 1 },
  ]
  const rebuilt = await rebuildTallies(ports, { period: '2026-H1' })
  expect(rebuilt.ok && new Set(rebuilt.value.differences)).toEqual(
    new Set([
      { cellId, item: 'overall', value: '4', stored: 7, counted: 2 },
      { cellId, item: 'trust', value: '2', stored: 0, counted: 1 },
      { cellId, item: 'trust', value: '5', stored: 1, counted: 0 },
    ]),
  )
  expect(await rebuildTallies(ports, { period: '2026-H1' })).toMatchObject({ value: { differences: [] } })
})

test('tallies whose answers were deleted on schedule cannot be checked', async () => {
  const { ports, wave } = await unlinkedSurvey()
  wave.answersDeleted = true
  expect(await rebuildTallies(ports, { period: '2026-H1' })).toMatchObject({
    value: { answers: null, differences: [] },
  })
})

test('a wave that is not unlinked has no tallies, and neither has a half-year without a wave', async () => {
  const { ports } = await openedFixture()
  expect(await rebuildTallies(ports, { period: '2026-H1' })).toEqual({ ok: false, fault: { code: 'wave-open' } })
  expect(await rebuildTallies(ports, { period: '2025-H2' })).toEqual({ ok: false, fault: { code: 'no-wave' } })
})
