import { expect, test } from 'vitest'
import { openedFixture } from '../testing/open-survey.ts'
import { closeWave } from './close-wave.ts'
import { pauseWave, resumeWave } from './pause-wave.ts'

const period = '2026-H1'
const refused = (code: string) => ({ ok: false, fault: { code } })

test('an officer pauses the letters of a wave and resumes them', async () => {
  const { ports } = await openedFixture()
  expect(await pauseWave(ports, { period })).toEqual({ ok: true, value: null })
  expect(await ports.store.wave(period)).toMatchObject({ paused: { at: ports.clock.now(), reason: 'officer' } })
  expect(await resumeWave(ports, { period })).toEqual({ ok: true, value: null })
  expect(await ports.store.wave(period)).toMatchObject({ paused: null })
})

test('the officers are not emailed about a pause of their own', async () => {
  const { ports, memory } = await openedFixture()
  await pauseWave(ports, { period })
  expect(memory.pauseNotices).toEqual([])
})

test('a paused wave is not paused again, and one that sends letters is not resumed', async () => {
  const { ports } = await openedFixture()
  expect(await resumeWave(ports, { period })).toEqual(refused('not-paused'))
  await pauseWave(ports, { period })
  expect(await pauseWave(ports, { period })).toEqual(refused('already-paused'))
})

test('only an open wave is paused or resumed', async () => {
  const { ports, setNow } = await openedFixture()
  for (const act of [pauseWave, resumeWave]) expect(await act(ports, { period: '2025-H2' })).toEqual(refused('no-wave'))
  setNow('2026-07-31T16:00:00Z')
  for (const act of [pauseWave, resumeWave]) expect(await act(ports, { period })).toEqual(refused('wave-closed'))
  await closeWave(ports, { period })
  for (const act of [pauseWave, resumeWave]) expect(await act(ports, { period })).toEqual(refused('wave-closed'))
})
