import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fulfilChecklist } from '../testing/fulfil-checklist.ts'
import { answerLink, memoryFixture, surveyLinks } from '../testing/memory-fixture.ts'
import { importRows, travelerRow, travelerRows } from '../testing/traveler-rows.ts'
import { closeWave } from '../waves/close-wave.ts'
import { type OpenWave, openReplayedWave, openWave } from './open-wave.ts'
import { previewWave } from './preview-wave.ts'

/** A survey in which a wave may open, and the command to open it. */
async function readyFixture(rows = travelerRows(4)) {
  const fixture = memoryFixture()
  await fulfilChecklist(fixture.ports)
  await publishQuestionnaire(fixture.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  await importRows(fixture.ports, rows)
  const open = (change: Partial<OpenWave> = {}) =>
    openWave(fixture.ports, { period: '2026-H1', mode: 'census', closesOn: '2026-07-31', ...change })
  return { ...fixture, open }
}

const refused = (code: string) => ({ ok: false, fault: { code } })

test('a census invites every eligible traveler, each with one invitation and one queued letter', async () => {
  const { open, memory } = await readyFixture([...travelerRows(4), travelerRow(5, { adult: false })])
  expect(await open()).toMatchObject({ ok: true, value: { frame: 4, invited: 4 } })
  const memoryTravelers = [...memory.invitations.values()].map(({ travelerId }) => memory.travelers.get(travelerId))
  expect(memoryTravelers.map((traveler) => traveler?.customerNumber).sort()).toEqual(['C-1', 'C-2', 'C-3', 'C-4'])
  expect(memory.letters.map(({ kind, state, closesOn }) => `${kind} ${state} ${closesOn}`)).toEqual(
    Array(4).fill('invitation queued 2026-07-31'),
  )
})

test('the opened wave has the plan sealed into it and closes at the end of its last day', async () => {
  const { open, ports, memory } = await readyFixture()
  memory.programme = { ...memory.programme, firstReminderDays: 4, lastReminderDays: 8, letterLimit: 2 }
  const outcome = await open()
  const closesAt = Date.parse('2026-07-31T16:00:00Z')
  const wave = {
    ...{ period: '2026-H1', mode: 'census', seed: null, status: 'open', ruleVersion: '2026-1', minimumForStatus: 100 },
    ...{ openedAt: ports.clock.now(), closesAt, sealedClosesAt: closesAt, closedAt: null, unlinkedAt: null },
    ...{ firstReminderDays: 4, lastReminderDays: 8, letterLimit: 2, paused: null },
    questionnaire: { id: DEFAULT_QUESTIONNAIRE.id, version: 1 },
  }
  expect(outcome).toMatchObject({ ok: true, value: { wave } })
  expect(outcome.ok && outcome.value.wave).toEqual(await ports.store.wave('2026-H1'))
})

test('approved changes of the rules apply to a wave from their half-year on', async () => {
  const { open, memory } = await readyFixture()
  memory.ruleChanges.push({ from: '2026-H1', rules: { version: '2026-2', minimumForStatus: 50, smallestGroup: 8 } })
  memory.ruleChanges.push({ from: '2026-H2', rules: { version: '2026-3' } })
  expect(await open()).toMatchObject({ value: { wave: { ruleVersion: '2026-2', minimumForStatus: 50 } } })
  expect([...memory.waves.values()][0]?.plan.smallestGroup).toBe(8)
})

test('a sample invites the given number, and the same seed draws the same people', async () => {
  const drawn = async (command: Partial<OpenWave>) => {
    const { open, memory } = await readyFixture(travelerRows(20))
    expect(await open({ mode: 'sample', size: 5, ...command })).toMatchObject({ value: { frame: 20, invited: 5 } })
    const people = [...memory.invitations.values()].map(({ travelerId }) => memory.travelers.get(travelerId))
    return people.map((traveler) => traveler?.customerNumber).sort()
  }
  expect(await drawn({ seed: 'one' })).toEqual(await drawn({ seed: 'one' }))
  expect(await drawn({ seed: 'one' })).not.toEqual(await drawn({ seed: 'two' }))
})

test('a sample without a seed gets a random one, which is stored so that the draw can be repeated', async () => {
  const { open } = await readyFixture()
  const outcome = await open({ mode: 'stratified', size: 2 })
  expect(outcome.ok && outcome.value.wave.seed).toMatch(/^[0-9a-f]{32}$/)
})

test('only the half-years that ended last can be asked about; others, and whole years, are replayed', async () => {
  const { open, ports, memory } = await readyFixture([...travelerRows(2), travelerRow(3, { lastTrip: '2016-05' })])
  for (const period of ['2026-H2', '2025-H1', '2016', '2025', '2026'])
    expect(await open({ period })).toEqual(refused('period-not-askable'))
  expect(await open({ period: '2025-H2' })).toMatchObject({ ok: true })
  const replayed = { period: '2016', mode: 'census', closesOn: '2026-07-31' } as const
  expect(await openReplayedWave(ports, replayed)).toMatchObject({ ok: true, value: { invited: 1 } })
  expect(memory.waves.size).toBe(2)
})

test('an officer cannot ask one person: a wave invites at least the smallest wave of the programme', async () => {
  const { open, ports, memory } = await readyFixture(travelerRows(100))
  const asInstalled = { ...ports, smallestWave: undefined }
  const census = { period: '2026-H1', mode: 'census', closesOn: '2026-07-31' } as const
  for (const size of [1, 99])
    expect(await openWave(asInstalled, { ...census, mode: 'sample', size })).toEqual({
      ok: false,
      fault: { code: 'too-few-invited', figures: { invitable: size, needed: 100 } },
    })
  memory.programme = { ...memory.programme, smallestWave: 101 }
  const figures = { invitable: 100, needed: 101 }
  expect(await openWave(asInstalled, census)).toMatchObject({ fault: { code: 'too-few-invited', figures } })
  expect(memory.waves.size + memory.letters.length).toBe(0)
  memory.programme = { ...memory.programme, smallestWave: 100 }
  expect(await openWave(asInstalled, census)).toMatchObject({ ok: true, value: { invited: 100 } })
  // Fixtures of tests may open smaller ones.
  expect(await open({ period: '2025-H2', mode: 'sample', size: 1 })).toMatchObject({ ok: true })
})

test('a sham wave in which all puppets answer plans no sample', async () => {
  const fixture = await readyFixture(travelerRows(120))
  const { ports, open, setNow } = fixture
  await open({ period: '2025-H2', mode: 'sample', size: 4, closesOn: '2026-07-02' })
  for (const link of surveyLinks(fixture)) await answerLink(fixture, link)
  setNow('2026-07-03T01:00:00Z')
  await closeWave(ports, { period: '2025-H2' })
  expect(await ports.store.lastResponseRate(1)).toEqual({ numerator: 4, denominator: 4 })
  const asInstalled = { ...ports, smallestWave: undefined }
  expect(await previewWave(asInstalled, { period: '2026-H1' })).toMatchObject({
    value: { lastResponseRate: null, smallestWave: 100 },
  })
})

test('a period of another kind is unknown', async () => {
  const { open } = await readyFixture()
  for (const period of ['2026-Q1', 'nonsense']) expect(await open({ period })).toEqual(refused('period-unknown'))
})

test('a wave closes between today and the end of the half-year in which it opens', async () => {
  const { open } = await readyFixture()
  for (const closesOn of ['2026-06-30', '2026-02-30', 'soon'])
    expect(await open({ closesOn })).toEqual(refused('close-date-invalid'))
  expect(await open({ closesOn: '2027-01-01' })).toEqual(refused('close-date-too-late'))
  expect(await open({ closesOn: '2026-12-31' })).toMatchObject({ ok: true })
  expect(await open({ period: '2025-H2', closesOn: '2026-07-01' })).toMatchObject({ ok: true })
})

test('a sample needs a size that is a positive whole number', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.constantFrom(0, -1, 1.5, Number.NaN), fc.double({ max: 0 })), async (size) => {
      const { open } = await readyFixture([])
      expect(await open({ mode: 'sample', size })).toEqual(refused('sample-size-invalid'))
    }),
    { numRuns: 20 },
  )
  const { open } = await readyFixture()
  expect(await open({ mode: 'stratified' })).toEqual(refused('sample-size-invalid'))
})

test('a half-year has one wave', async () => {
  const { open } = await readyFixture()
  await open()
  expect(await open()).toEqual(refused('wave-exists'))
})

test('no wave opens while another process opens one', async () => {
  const { open, memory } = await readyFixture()
  memory.otherOpening = true
  expect(await open()).toEqual(refused('other-wave-opening'))
})

test('no wave opens without a questionnaire, and none without travelers who may be invited', async () => {
  const empty = memoryFixture()
  await fulfilChecklist(empty.ports)
  const command = { period: '2026-H1', mode: 'census', closesOn: '2026-07-31' } as const
  expect(await openWave(empty.ports, command)).toEqual(refused('no-questionnaire'))
  const { open, memory } = await readyFixture([travelerRow(1, { adult: false })])
  expect(await open()).toEqual(refused('no-eligible-travelers'))
  expect(memory.waves.size).toBe(0)
})

test('no wave opens until the checklist is complete', async () => {
  const { open, memory } = await readyFixture()
  const complete = memory.checklist
  memory.checklist = null
  expect(await open()).toEqual(refused('checklist-incomplete'))
  memory.checklist = complete && { ...complete, backupDays: 31 }
  expect(await open()).toEqual(refused('checklist-incomplete'))
  memory.checklist = complete
  expect(await open()).toMatchObject({ ok: true })
})

test('the wave keeps the improvements that its invitation mentions', async () => {
  const { open, memory } = await readyFixture()
  await open({ period: '2025-H2' })
  const mentioned = { id: 'improvement-1', text: { 'zh-CN': '少要一点', en: 'ask for less' } }
  memory.improvements.set('2025-H2', [mentioned])
  await open()
  expect([...memory.waves.values()].map(({ plan }) => plan.improvements)).toEqual([[], [mentioned]])
})

test('travelers who have had all letters of the half-year are not invited', async () => {
  const { open, memory } = await readyFixture()
  memory.programme = { ...memory.programme, letterLimit: 1 }
  await open({ period: '2025-H2' })
  expect(await open()).toEqual(refused('no-eligible-travelers'))
})
