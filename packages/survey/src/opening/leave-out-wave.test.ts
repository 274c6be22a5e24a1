import { expect, test } from 'vitest'
import { memoryFixture } from '../testing/memory-fixture.ts'
import { openSurvey } from '../testing/open-survey.ts'
import { leaveOutWave } from './leave-out-wave.ts'

const command = { period: '2026-H1', by: 'officer' }
const notAsked = { ok: false, fault: { code: 'not-asked' } }

async function askedFixture() {
  const fixture = memoryFixture()
  await fixture.ports.store.askAboutOpening({ period: '2026-H1', reason: 'late', dueAt: 1, askedAt: 2 })
  return fixture
}

test('an officer who leaves a wave out answers the question about it, and the answer is stored with name and time', async () => {
  const { ports, memory } = await askedFixture()
  expect(await leaveOutWave(ports, command)).toEqual({ ok: true, value: null })
  expect(memory.questions).toMatchObject([{ leftOutBy: 'officer', leftOutAt: ports.clock.now() }])
  expect(await ports.store.openingQuestions()).toEqual([])
})

test('a wave about which nobody was asked, or that was left out before, cannot be left out', async () => {
  const { ports } = await askedFixture()
  expect(await leaveOutWave(ports, { ...command, period: '2025-H2' })).toEqual(notAsked)
  await leaveOutWave(ports, command)
  expect(await leaveOutWave(ports, command)).toEqual(notAsked)
})

test('a wave that was opened since cannot be left out, and one that was left out can still be opened', async () => {
  const opened = await askedFixture()
  await openSurvey(opened.ports)
  expect(await leaveOutWave(opened.ports, command)).toEqual(notAsked)
  const leftOut = await askedFixture()
  await leaveOutWave(leftOut.ports, command)
  expect(await openSurvey(leftOut.ports)).toMatchObject({ period: '2026-H1', status: 'open' })
})
