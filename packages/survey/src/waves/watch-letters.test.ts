import { expect, test } from 'vitest'
import type { MemoryLetter } from '../testing/memory/survey-memory.ts'
import { sendLetters } from '../testing/memory-fixture.ts'
import { openedFixture } from '../testing/open-survey.ts'
import { pauseWave, resumeWave } from './pause-wave.ts'
import { watchLetters } from './watch-letters.ts'

const period = '2026-H1'

/** A wave of 20 sent letters, the first `refused` of them refused. */
async function sentWave(refused: number) {
  const fixture = await openedFixture({ travelers: 20 })
  sendLetters(fixture)
  for (const letter of fixture.memory.letters.slice(0, refused)) letter.state = 'failed'
  return fixture
}

test('a wave of which more than 5 percent of 20 letters were refused pauses itself and emails the officers', async () => {
  const { ports, memory, wave } = await sentWave(2)
  const reason = 'hard-bounces'
  expect(await watchLetters(ports)).toEqual([{ period, reason }])
  const at = ports.clock.now()
  expect(await ports.store.wave(period)).toMatchObject({ paused: { at, reason } })
  expect(memory.pauseNotices).toEqual([{ at, reason, waveId: wave.id, period, tried: 20, refused: 2, complained: 0 }])
})

test('a wave with three complaints among few letters pauses itself and tells the officers why', async () => {
  const { ports, memory } = await sentWave(0)
  const complain = (count: number) => {
    for (const letter of memory.letters.slice(0, count)) letter.state = 'complained'
  }
  complain(2)
  expect(await watchLetters(ports)).toEqual([])
  complain(3)
  expect(await watchLetters(ports)).toEqual([{ period, reason: 'complaints' }])
  expect(memory.pauseNotices).toMatchObject([{ reason: 'complaints', tried: 20, refused: 0, complained: 3 }])
  await resumeWave(ports, { period })
  expect(await watchLetters(ports)).toEqual([])
})

test('a wave with few refused letters goes on', async () => {
  const { ports } = await sentWave(1)
  expect(await watchLetters(ports)).toEqual([])
  expect(await ports.store.wave(period)).toMatchObject({ paused: null })
})

test('a wave that is paused already is not reported again', async () => {
  const { ports } = await sentWave(2)
  await pauseWave(ports, { period })
  expect(await watchLetters(ports)).toEqual([])
})

test('a wave that an officer pauses during the check is not reported', async () => {
  const { ports, memory } = await sentWave(2)
  const store: typeof ports.store = {
    ...ports.store,
    letterHealth: async () => {
      const health = await ports.store.letterHealth()
      await pauseWave(ports, { period })
      return health
    },
  }
  expect(await watchLetters({ ...ports, store })).toEqual([])
  expect(memory.pauseNotices).toEqual([])
})

test('letters refused before a wave was resumed no longer count', async () => {
  const { ports, memory } = await sentWave(2)
  await watchLetters(ports)
  await resumeWave(ports, { period })
  expect(await watchLetters(ports)).toEqual([])
  const refuse = (letter: MemoryLetter) => ({ ...letter, invitationId: 'another', state: 'bounced' as const })
  memory.letters = [...memory.letters, ...memory.letters.map(refuse)]
  expect(await watchLetters(ports)).toMatchObject([{ reason: 'hard-bounces' }])
})
