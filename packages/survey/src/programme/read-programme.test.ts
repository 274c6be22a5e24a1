import { expect, test } from 'vitest'
import { openDueWave } from '../opening/open-due-wave.ts'
import { fulfilChecklist } from '../testing/fulfil-checklist.ts'
import { type MemoryFixture, memoryFixture } from '../testing/memory-fixture.ts'
import { openSurvey } from '../testing/open-survey.ts'
import { BASIS_PROFILES_VERSION } from '../travelers/legal-basis.ts'
import { planProgramme } from './plan-programme.ts'
import { DEFAULT_PROGRAMME } from './programme.ts'
import { readProgramme } from './read-programme.ts'

const january = { period: '2026-H2', at: Date.parse('2027-01-04T01:00:00Z'), arranged: false }

const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME

const switchOn = async (fixture: MemoryFixture, from: string) => {
  fixture.setNow(from)
  await planProgramme(fixture.ports, { plan, runs: true })
}

test('an installation begins with the default plan, an empty checklist and no questions', async () => {
  const { ports } = memoryFixture()
  expect(await readProgramme(ports)).toMatchObject({
    ...{ programme: DEFAULT_PROGRAMME, checklist: null, next: null, questions: [] },
    basisProfiles: { version: BASIS_PROFILES_VERSION },
  })
})

test('the checklist and what it lacks are shown with the program', async () => {
  const { ports } = memoryFixture()
  await fulfilChecklist(ports)
  expect(await readProgramme(ports)).toMatchObject({ checklist: { confirmedBy: 'officer' }, lacking: [] })
})

test('a program that runs shows its next opening', async () => {
  const fixture = memoryFixture()
  await switchOn(fixture, '2026-07-02T00:00:00Z')
  expect(await readProgramme(fixture.ports)).toMatchObject({ ifSwitchedOn: null, next: january })
})

test('the next opening is the one after, if an officer has already opened that wave', async () => {
  const fixture = memoryFixture()
  await switchOn(fixture, '2026-06-30T00:00:00Z')
  expect(await readProgramme(fixture.ports)).toMatchObject({ next: { period: '2026-H1' } })
  fixture.setNow('2026-07-01T00:59:00Z')
  await openSurvey(fixture.ports)
  expect(await readProgramme(fixture.ports)).toMatchObject({ next: { period: '2026-H2', at: january.at } })
})

test('a program that is off shows which missed openings it would catch up, and which are too late', async () => {
  const fixture = memoryFixture()
  await switchOn(fixture, '2025-12-01T00:00:00Z')
  await planProgramme(fixture.ports, { plan, runs: false })
  fixture.setNow('2026-07-05T00:00:00Z')
  const { next, ifSwitchedOn } = await readProgramme(fixture.ports)
  expect(next).toBeNull()
  expect(ifSwitchedOn?.missed.map(({ period, opens }) => ({ period, opens }))).toEqual([
    { period: '2025-H2', opens: false },
    { period: '2026-H1', opens: true },
  ])
  expect(ifSwitchedOn?.next).toMatchObject({ period: '2026-H2' })
})

test('an opening with a wave, or about which the officers were asked, does not count as missed', async () => {
  const fixture = memoryFixture()
  await switchOn(fixture, '2025-12-01T00:00:00Z')
  await planProgramme(fixture.ports, { plan, runs: false })
  fixture.setNow('2026-07-05T00:00:00Z')
  await openDueWave(fixture.ports, { period: '2025-H2', at: Date.parse('2026-01-04T01:00:00Z') })
  await openSurvey(fixture.ports)
  const { ifSwitchedOn, questions } = await readProgramme(fixture.ports)
  expect(ifSwitchedOn?.missed).toEqual([])
  expect(questions).toMatchObject([{ period: '2025-H2', reason: 'late' }])
})
