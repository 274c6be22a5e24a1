import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { expect, test } from 'vitest'
import { fulfilChecklist } from '../testing/fulfil-checklist.ts'
import { memoryFixture } from '../testing/memory-fixture.ts'
import { importRows, travelerRow, travelerRows } from '../testing/traveler-rows.ts'
import { openDueWave } from './open-due-wave.ts'
import { automaticPlan } from './read-opening-words.ts'

const due = { period: '2026-H1', at: Date.parse('2026-07-01T01:00:00Z') }

async function readyFixture(rows = travelerRows(4)) {
  const fixture = memoryFixture()
  await fulfilChecklist(fixture.ports)
  await publishQuestionnaire(fixture.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  await importRows(fixture.ports, rows)
  const approve = async (period = due.period) => {
    fixture.memory.approvedOpenings.set(period, await automaticPlan(fixture.ports, period))
  }
  await approve()
  return { ...fixture, approve }
}

test('a due wave opens as the program plans it', async () => {
  const { ports, memory, approve } = await readyFixture()
  memory.programme = { ...memory.programme, mode: 'sample', sampleSize: 2, daysOpen: 20 }
  expect(await openDueWave(ports, due)).toMatchObject({ isOpened: false, reason: 'not-approved' })
  memory.questions = []
  await approve()
  expect(await openDueWave(ports, due)).toEqual({ isOpened: true })
  expect(await ports.store.wave('2026-H1')).toMatchObject({
    ...{ mode: 'sample', status: 'open', closesAt: Date.parse('2026-07-21T16:00:00Z') },
  })
  expect(memory.invitations.size).toBe(2)
  expect(memory.questions).toEqual([])
})

test('a wave that would stay open beyond its half-year closes on the last day of the half-year', async () => {
  const { ports, memory, setNow, approve } = await readyFixture()
  memory.programme = { ...memory.programme, daysOpen: 90 }
  await approve()
  setNow('2026-12-01T01:00:00Z')
  expect(await openDueWave(ports, { period: '2026-H1', at: ports.clock.now() })).toEqual({ isOpened: true })
  expect(await ports.store.wave('2026-H1')).toMatchObject({ closesAt: Date.parse('2026-12-31T16:00:00Z') })
})

test('a wave that exists counts as opened, so the job can be repeated', async () => {
  const { ports, memory } = await readyFixture()
  await openDueWave(ports, due)
  expect(await openDueWave(ports, due)).toEqual({ isOpened: true })
  expect([memory.waves.size, memory.questions]).toEqual([1, []])
})

test('more than seven days after its date a wave is not opened, and the officers are asked', async () => {
  const { ports, memory, setNow } = await readyFixture()
  setNow('2026-07-08T01:00:01Z')
  expect(await openDueWave(ports, due)).toEqual({ isOpened: false, reason: 'late', lacking: [] })
  expect(memory.waves.size).toBe(0)
  expect(await ports.store.openingQuestions()).toEqual([
    { period: '2026-H1', reason: 'late', dueAt: due.at, askedAt: ports.clock.now(), leftOutAt: null },
  ])
  const inTime = await readyFixture()
  inTime.setNow('2026-07-08T01:00:00Z')
  expect(await openDueWave(inTime.ports, due)).toEqual({ isOpened: true })
})

test('a wave that cannot open asks the officers once, with the first reason', async () => {
  const { ports, memory, approve } = await readyFixture()
  memory.checklist = null
  expect(await openDueWave(ports, due)).toMatchObject({ isOpened: false, reason: 'checklist-incomplete' })
  memory.questionnaires.splice(0)
  await approve()
  expect(await openDueWave(ports, due)).toMatchObject({ isOpened: false, reason: 'no-questionnaire' })
  expect(memory.questions).toMatchObject([{ reason: 'checklist-incomplete' }])
})

test('the officers learn what the checklist lacks', async () => {
  const { ports, memory } = await readyFixture()
  memory.checklist = memory.checklist && { ...memory.checklist, noticeVersion: null }
  expect(await openDueWave(ports, due)).toMatchObject({ reason: 'checklist-incomplete', lacking: ['notice'] })
})

test('a wave to which nobody may be invited asks the officers', async () => {
  const { ports } = await readyFixture([travelerRow(1, { adult: false })])
  expect(await openDueWave(ports, due)).toMatchObject({ isOpened: false, reason: 'no-eligible-travelers' })
})

test('a wave to which too few may be invited asks the officers', async () => {
  const { ports } = await readyFixture(travelerRows(99))
  const asInstalled = { ...ports, smallestWave: undefined }
  expect(await openDueWave(asInstalled, due)).toMatchObject({ isOpened: false, reason: 'too-few-invited' })
})

test('while another wave is being opened the job fails, and succeeds when it runs again', async () => {
  const { ports, memory } = await readyFixture()
  memory.otherOpening = true
  await expect(openDueWave(ports, due)).rejects.toThrow('another wave is being opened')
  memory.otherOpening = false
  expect(await openDueWave(ports, due)).toEqual({ isOpened: true })
})

test('a period that the program cannot ask about is an error of the caller', async () => {
  const { ports, approve } = await readyFixture()
  for (const period of ['2026-H2', '2026-Q1']) {
    await approve(period)
    await expect(openDueWave(ports, { ...due, period })).rejects.toThrow(`the programme has no wave for ${period}`)
  }
})
