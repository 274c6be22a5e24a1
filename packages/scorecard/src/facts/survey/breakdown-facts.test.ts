import { halfYear } from '@wayproof/kernel/calendar/period'
import { closeAtOnce, openedWave, submit, surveyWorld, tokens } from '@wayproof/survey/testing/survey-world'
import { expect, it } from 'vitest'
import { breakdownFacts } from '../fact-source.ts'

const period = halfYear(2026, 1)

it('counts opinions, the two highest points and missing opinions by cell and item, once the wave is unlinked', async () => {
  const world = await surveyWorld()
  expect(await breakdownFacts(world.database.query, period)).toBeNull()
  await openedWave(world, 6)
  const answers = [
    { overall: '5', security: 'dk', trust: '2', contacted: 'no' },
    { overall: '4', security: '4' },
    { overall: '3', security: 'na' },
    { overall: 'dk' },
  ]
  for (const [i, token] of (await tokens(world)).slice(0, answers.length).entries()) {
    expect((await submit(world, token, answers[i] ?? {})).ok).toBe(true)
  }
  expect(await breakdownFacts(world.database.query, period)).toMatchObject({ standing: 'open', cells: [] })
  await closeAtOnce(world, '2026-H1')
  const facts = await breakdownFacts(world.database.query, period)
  expect(facts).toMatchObject({ standing: 'unlinked', smallestGroup: 5 })
  expect(facts?.items.map(({ id }) => id)).toEqual([
    ...[
      'overall',
      'trust',
      'notice',
      'consent',
      'minimal',
      'security',
      'control',
      'sharing',
      'transparency',
      'complaint',
    ],
  ])
  const sum = (item: string, count: 'opinions' | 'topTwo' | 'withoutOpinion') =>
    facts?.cells.reduce((total, { counts }) => total + (counts[item]?.[count] ?? 0), 0)
  const counted = (item: string) => [sum(item, 'opinions'), sum(item, 'topTwo'), sum(item, 'withoutOpinion')]
  expect(counted('overall')).toEqual([3, 2, 1])
  expect(counted('security')).toEqual([1, 1, 2])
  expect(counted('trust')).toEqual([1, 0, 0])
  // The item has no scale, so it has no satisfaction.
  expect(counted('contacted')).toEqual([0, 0, 0])
})
