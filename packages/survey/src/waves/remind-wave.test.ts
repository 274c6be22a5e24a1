import { expect, test } from 'vitest'
import { answerLink, sendLetters, surveyLinks } from '../testing/memory-fixture.ts'
import { openedFixture, openSurvey } from '../testing/open-survey.ts'
import { suppressAddress } from '../travelers/suppress-address.ts'
import { closeWave } from './close-wave.ts'
import { countOpenWaves } from './count-open-waves.ts'
import { previewReminders, remindDueWaves, remindWave } from './remind-wave.ts'

const period = '2026-H1'
const noWave = { ok: false, fault: { code: 'no-wave' } }
const outcome = { ok: false, fault: { code: 'wave-closed' } }

/** A wave whose invitations were sent on 1 July. */
async function invitedWave(travelers = 3) {
  const fixture = await openedFixture({ travelers })
  sendLetters(fixture)
  const reminders = () => fixture.memory.letters.filter(({ kind }) => kind !== 'invitation').map(({ kind }) => kind)
  return { ...fixture, reminders }
}

test('an officer reminds at once everyone who has not answered and may still be emailed', async () => {
  const fixture = await invitedWave()
  await answerLink(fixture, surveyLinks(fixture)[0] ?? '')
  const [, invitation] = [...fixture.memory.invitations.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const email = fixture.memory.travelers.get(invitation?.travelerId ?? '')?.email ?? ''
  await suppressAddress(fixture.ports, { email })
  expect(await remindWave(fixture.ports, { period })).toEqual({ ok: true, value: null })
  expect(fixture.reminders()).toEqual(['first-reminder'])
})

test('a person gets at most two reminders, at least three days apart', async () => {
  const fixture = await invitedWave(1)
  const remindOn = async (iso: string) => {
    fixture.setNow(iso)
    await remindWave(fixture.ports, { period })
    sendLetters(fixture)
    return fixture.reminders().length
  }
  expect(await remindOn('2026-07-02T02:00:00Z')).toBe(1)
  expect(await remindOn('2026-07-04T02:00:00Z')).toBe(1)
  expect(await remindOn('2026-07-05T02:00:00Z')).toBe(2)
  expect(await remindOn('2026-07-20T02:00:00Z')).toBe(2)
})

test('the schedule reminds each person on the days that the wave has sealed', async () => {
  const fixture = await invitedWave(1)
  const remindersOn = async (iso: string) => {
    fixture.setNow(iso)
    expect(await remindDueWaves(fixture.ports)).toEqual([period])
    sendLetters(fixture)
    return fixture.reminders()
  }
  expect(await remindersOn('2026-07-05T02:00:00Z')).toEqual([])
  expect(await remindersOn('2026-07-06T02:00:00Z')).toEqual(['first-reminder'])
  expect(await remindersOn('2026-07-10T02:00:00Z')).toEqual(['first-reminder'])
  expect(await remindersOn('2026-07-11T02:00:00Z')).toEqual(['first-reminder', 'last-reminder'])
})

test('the schedule looks at every open wave and at no other', async () => {
  const fixture = await invitedWave()
  await openSurvey(fixture.ports, { period: '2025-H2', closesOn: '2026-07-10' })
  expect(await remindDueWaves(fixture.ports)).toEqual([period, '2025-H2'])
  fixture.setNow('2026-07-10T16:00:00Z')
  expect(await remindDueWaves(fixture.ports)).toEqual([period])
  await closeWave(fixture.ports, { period: '2025-H2' })
  expect(await remindDueWaves(fixture.ports)).toEqual([period])
})

test('before the first full hour a preview says nothing about how many could be reminded', async () => {
  const { ports } = await invitedWave()
  const unknown = { counted: { kind: 'not-yet' }, atMost: null }
  expect(await previewReminders(ports, { period })).toEqual({ ok: true, value: unknown })
})

test('a preview gives an upper limit from the published figures, and an answer does not move it before the next hour', async () => {
  const fixture = await invitedWave(60)
  const [last = '', ...others] = surveyLinks(fixture)
  for (const link of others.slice(0, 52)) await answerLink(fixture, link)
  fixture.setNow('2026-07-02T03:00:00Z')
  await countOpenWaves(fixture.ports)
  await answerLink(fixture, last)
  const asOf = Date.parse('2026-07-02T03:00:00Z')
  expect(await previewReminders(fixture.ports, { period })).toEqual({
    ok: true,
    value: { counted: { kind: 'hourly', asOf }, atMost: 10 },
  })
})

test('withdrawn answers are not reminded, so the upper limit leaves them out, and it is never below zero', async () => {
  const fixture = await invitedWave(120)
  const memoryWave = fixture.memory.waves.get(fixture.wave.id)
  if (memoryWave) Object.assign(memoryWave, { answered: 50, withdrawn: 50 })
  fixture.setNow('2026-07-02T03:00:00Z')
  await countOpenWaves(fixture.ports)
  expect(await previewReminders(fixture.ports, { period })).toMatchObject({ value: { atMost: 20 } })
  if (memoryWave) Object.assign(memoryWave, { answered: 100, withdrawn: 50 })
  fixture.setNow('2026-07-02T04:00:00Z')
  await countOpenWaves(fixture.ports)
  expect(await previewReminders(fixture.ports, { period })).toMatchObject({ value: { atMost: 0 } })
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
