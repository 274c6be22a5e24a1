import { expect, test } from 'vitest'
import { answerLink, sendLetters, surveyLinks } from '../testing/memory-world.ts'
import { openedWorld, openSurvey } from '../testing/open-survey.ts'
import { suppressAddress } from '../travelers/suppress-address.ts'
import { closeWave } from './close-wave.ts'
import { countOpenWaves } from './count-open-waves.ts'
import { previewReminders, remindWave, remindWhoIsDue } from './remind-wave.ts'

const period = '2026-H1'
const noWave = { ok: false, fault: { code: 'no-wave' } }
const outcome = { ok: false, fault: { code: 'wave-closed' } }

/** A wave whose invitations were sent on 1 July. */
async function invitedWave(travelers = 3) {
  const world = await openedWorld({ travelers })
  sendLetters(world)
  const reminders = () => world.memory.letters.filter(({ kind }) => kind !== 'invitation').map(({ kind }) => kind)
  return { ...world, reminders }
}

test('an officer reminds at once everyone who has not answered and may still be emailed', async () => {
  const world = await invitedWave()
  await answerLink(world, surveyLinks(world)[0] ?? '')
  const [, invitation] = [...world.memory.invitations.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const email = world.memory.travelers.get(invitation?.travelerId ?? '')?.email ?? ''
  await suppressAddress(world.ports, { email })
  expect(await remindWave(world.ports, { period })).toEqual({ ok: true, value: null })
  expect(world.reminders()).toEqual(['first-reminder'])
})

test('a person gets at most two reminders, at least three days apart', async () => {
  const world = await invitedWave(1)
  const remindOn = async (iso: string) => {
    world.setNow(iso)
    await remindWave(world.ports, { period })
    sendLetters(world)
    return world.reminders().length
  }
  expect(await remindOn('2026-07-02T02:00:00Z')).toBe(1)
  expect(await remindOn('2026-07-04T02:00:00Z')).toBe(1)
  expect(await remindOn('2026-07-05T02:00:00Z')).toBe(2)
  expect(await remindOn('2026-07-20T02:00:00Z')).toBe(2)
})

test('the schedule reminds each person on the days that the wave has sealed', async () => {
  const world = await invitedWave(1)
  const remindersOn = async (iso: string) => {
    world.setNow(iso)
    expect(await remindWhoIsDue(world.ports)).toEqual([period])
    sendLetters(world)
    return world.reminders()
  }
  expect(await remindersOn('2026-07-05T02:00:00Z')).toEqual([])
  expect(await remindersOn('2026-07-06T02:00:00Z')).toEqual(['first-reminder'])
  expect(await remindersOn('2026-07-10T02:00:00Z')).toEqual(['first-reminder'])
  expect(await remindersOn('2026-07-11T02:00:00Z')).toEqual(['first-reminder', 'last-reminder'])
})

test('the schedule looks at every open wave and at no other', async () => {
  const world = await invitedWave()
  await openSurvey(world.ports, { period: '2025-H2', closesOn: '2026-07-10' })
  expect(await remindWhoIsDue(world.ports)).toEqual([period, '2025-H2'])
  world.setNow('2026-07-10T16:00:00Z')
  expect(await remindWhoIsDue(world.ports)).toEqual([period])
  await closeWave(world.ports, { period: '2025-H2' })
  expect(await remindWhoIsDue(world.ports)).toEqual([period])
})

test('before the first full hour a preview says nothing about how many could be reminded', async () => {
  const { ports } = await invitedWave()
  const unknown = { counted: { kind: 'not-yet' }, atMost: null }
  expect(await previewReminders(ports, { period })).toEqual({ ok: true, value: unknown })
})

test('a preview gives an upper limit from the published figures, and an answer does not move it before the next hour', async () => {
  const world = await invitedWave(12)
  const [last = '', ...others] = surveyLinks(world)
  for (const link of others.slice(0, 5)) await answerLink(world, link)
  world.setNow('2026-07-02T03:00:00Z')
  await countOpenWaves(world.ports)
  await answerLink(world, last)
  const asOf = Date.parse('2026-07-02T03:00:00Z')
  expect(await previewReminders(world.ports, { period })).toEqual({
    ok: true,
    value: { counted: { kind: 'hourly', asOf }, atMost: 7 },
  })
})

test('withdrawn answers are not reminded, so the upper limit leaves them out, and it is never below zero', async () => {
  const world = await invitedWave(12)
  const memoryWave = world.memory.waves.get(world.wave.id)
  if (memoryWave) Object.assign(memoryWave, { answered: 5, withdrawn: 5 })
  world.setNow('2026-07-02T03:00:00Z')
  await countOpenWaves(world.ports)
  expect(await previewReminders(world.ports, { period })).toMatchObject({ value: { atMost: 2 } })
  if (memoryWave) Object.assign(memoryWave, { answered: 10, withdrawn: 5 })
  world.setNow('2026-07-02T04:00:00Z')
  await countOpenWaves(world.ports)
  expect(await previewReminders(world.ports, { period })).toMatchObject({ value: { atMost: 0 } })
})

test('nobody is reminded of a wave that is closed or does not exist', async () => {
  const { ports, setNow, reminders } = await invitedWave()
  for (const act of [remindWave, previewReminders]) expect(await act(ports, { period: '2025-H2' })).toEqual(noWave)
  setNow('2026-07-31T16:00:00Z')
  for (const act of [remindWave, previewReminders]) expect(await act(ports, { period })).toEqual(outcome)
  await closeWave(ports, { period })
  for (const act of [remindWave, previewReminders]) expect(await act(ports, { period })).toEqual(outcome)
  expect(reminders()).toEqual([])
})
