import { expect, test } from 'vitest'
import { answerLink, surveyLinks } from '../testing/memory-fixture.ts'
import { openedFixture, openSurvey } from '../testing/open-survey.ts'
import { closeWave } from './close-wave.ts'
import { countOpenWaves } from './count-open-waves.ts'

const period = '2026-H1'

test('at the full hour an open wave is counted and its figures are published from 50 answers on, in steps of 25', async () => {
  const fixture = await openedFixture({ travelers: 80 })
  const links = surveyLinks(fixture)
  for (const [hour, from, to, answered] of [
    [3, 0, 49, null],
    [4, 49, 50, 50],
    [5, 50, 74, 50],
    [6, 74, 75, 75],
  ] as const) {
    for (const link of links.slice(from, to)) await answerLink(fixture, link)
    fixture.setNow(`2026-07-01T0${hour}:00:00Z`)
    expect(await countOpenWaves(fixture.ports)).toEqual([period])
    const counted = { kind: 'hourly', asOf: Date.parse(`2026-07-01T0${hour}:00:00Z`) }
    expect(await fixture.ports.store.funnel(period)).toMatchObject({ counted, answered })
  }
})

test('an hour is counted once, within five minutes of its start, for that start', async () => {
  const { ports, setNow } = await openedFixture()
  setNow('2026-07-01T03:05:00.001Z')
  expect(await countOpenWaves(ports)).toEqual([])
  setNow('2026-07-01T04:05:00Z')
  expect(await countOpenWaves(ports)).toEqual([period])
  expect(await countOpenWaves(ports)).toEqual([])
  const asOf = Date.parse('2026-07-01T04:00:00Z')
  expect(await ports.store.funnel(period)).toMatchObject({ counted: { asOf } })
})

test('a wave that opened after the full hour is counted from the next hour on', async () => {
  const { ports, memory, wave, setNow } = await openedFixture()
  const memoryWave = memory.waves.get(wave.id)
  if (memoryWave) memoryWave.wave = { ...memoryWave.wave, openedAt: Date.parse('2026-07-01T03:00:01Z') }
  setNow('2026-07-01T03:01:00Z')
  expect(await countOpenWaves(ports)).toEqual([])
  setNow('2026-07-01T04:00:00Z')
  expect(await countOpenWaves(ports)).toEqual([period])
})

test('a closed wave is not counted, and every open one is', async () => {
  const { ports, setNow } = await openedFixture({ closesOn: '2026-07-02' })
  await openSurvey(ports, { period: '2025-H2' })
  setNow('2026-07-02T10:00:00Z')
  expect(await countOpenWaves(ports)).toEqual([period, '2025-H2'])
  setNow('2026-07-03T10:00:00Z')
  await closeWave(ports, { period })
  expect(await countOpenWaves(ports)).toEqual(['2025-H2'])
})
