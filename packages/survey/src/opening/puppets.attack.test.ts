import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { expect, test } from 'vitest'
import {
  closeAtOnce,
  countOf,
  openedWave,
  type SurveyWorld,
  submit,
  surveyWorld,
  tokens,
  travelerFile,
  travelerRow,
} from '../testing/survey-world.ts'
import { eraseTraveler } from '../travelers/erase-traveler.ts'
import { importTravelers } from '../travelers/import-travelers.ts'
import { openWave } from './open-wave.ts'
import { previewWave } from './preview-wave.ts'

const PERIOD = '2026-H1'
const census = { period: PERIOD, mode: 'census', closesOn: '2026-07-31' } as const

type Cells = Parameters<typeof travelerRow>[1]

/** Imports travelers `from` to `to`, each with a mailbox at `domain`. */
async function bring(
  world: SurveyWorld,
  by: string,
  [from, to]: readonly [number, number],
  domain: string,
  change: Cells = {},
) {
  const rows = Array.from({ length: to - from + 1 }, (_, i) => {
    const n = from + i
    return travelerRow(n, {
      email: `person-${n}@${domain}`,
      locale: 'en',
      tripType: 'group',
      region: n % 2 ? 'east' : 'north',
      ...change,
    })
  })
  const imported = await importTravelers(world.ports, { ...travelerFile(rows), by })
  if (!imported.ok) throw new Error(imported.fault.code)
}

/** A survey in which everybody answered the last wave, so that a group needs ten people only. */
async function afterShamWave(): Promise<SurveyWorld> {
  const world = await surveyWorld()
  world.setNow('2026-01-10T01:00:00Z')
  await importTravelers(world.ports, travelerFile([travelerRow(9001, { lastTrip: '2025-10' })]))
  await publishQuestionnaire(world.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  await openWave(world.ports, { period: '2025-H2', mode: 'census', closesOn: '2026-01-31' })
  for (const token of await tokens(world)) await submit(world, token, { overall: '5' })
  await closeAtOnce(world, '2025-H2')
  world.setNow('2026-07-01T01:00:00Z')
  return world
}

async function openedRegions(world: SurveyWorld) {
  expect(await openWave(world.ports, census)).toMatchObject({ ok: true })
  const cells = await world.database.query.all<{ region: string }>(
    `SELECT DISTINCT region FROM cell JOIN wave ON wave.id = wave_id WHERE period = @period ORDER BY region`,
    { period: PERIOD },
  )
  const plan = await world.ports.store.sealedPlan(PERIOD)
  return { regions: cells.map(({ region }) => region), dominated: plan?.dominatedCells }
}

const TARGET = { region: 'south' }

test('19 puppets of one domain, alone with one traveler in a region, are no group of their own', async () => {
  const world = await afterShamWave()
  await bring(world, 'officer', [1, 581], 'gmail.com')
  await bring(world, 'officer', [582, 582], 'qq.com', TARGET)
  await bring(world, 'officer', [601, 619], 'puppets.example', TARGET)
  expect(await openedRegions(world)).toEqual({ regions: ['east', 'north + south'], dominated: 1 })
})

test('19 puppets with public mailboxes whom one person imported are no group of their own', async () => {
  const world = await afterShamWave()
  await bring(world, 'officer', [1, 581], 'gmail.com')
  await bring(world, 'officer', [582, 582], 'qq.com', TARGET)
  await bring(world, 'deputy', [601, 619], '163.com', TARGET)
  expect(await openedRegions(world)).toEqual({ regions: ['east', 'north + south'], dominated: 1 })
})

test('a region that one person imported with everybody else, or that public mailboxes fill, stays a group', async () => {
  const world = await afterShamWave()
  await bring(world, 'officer', [1, 581], 'gmail.com')
  await bring(world, 'officer', [601, 620], '163.com', TARGET)
  expect(await openedRegions(world)).toEqual({ regions: ['east', 'north', 'south'], dominated: 0 })
})

test('an outside system that sends a region is no person, and a domain at its share of the frame merges nothing', async () => {
  const world = await afterShamWave()
  await bring(world, 'officer', [1, 400], 'company.example')
  await bring(world, 'officer', [401, 600], 'gmail.com')
  const south = Array.from({ length: 20 }, (_, n) =>
    travelerRow(601 + n, { email: `south-${n}@yahoo.com`, locale: 'en', tripType: 'group', region: 'south' }),
  )
  await importTravelers(world.ports, { ...travelerFile(south), by: 'booking system', byKey: true })
  expect(await openedRegions(world)).toEqual({ regions: ['east', 'north', 'south'], dominated: 0 })
})

test('the preview says who imported the frame, also an officer who left, and counts after erasures', async () => {
  const world = await surveyWorld()
  const { ports, database, setNow } = world
  await database.write((query) =>
    query.run(
      `INSERT INTO former_user (id, name, role, removed_at, removed_by_id, removed_by)
       VALUES ('left', 'Officer who left', 'officer', @at, 'officer', 'Officer')`,
      { at: new Date(0) },
    ),
  )
  await bring(world, 'left', [1, 60], 'gmail.com')
  setNow('2026-07-01T03:00:00Z')
  await bring(world, 'deputy', [61, 100], 'one.example')
  await bring(world, 'deputy', [101, 120], 'yahoo.co.jp')
  const provenance = async () => {
    const preview = await previewWave(ports, { period: PERIOD })
    return preview.ok ? preview.value.provenance : null
  }
  const lastAt = Date.parse('2026-07-01T03:00:00Z')
  const left = { by: 'Officer who left', byKey: false, imports: 1, lastAt: Date.parse('2026-07-01T01:00:00Z') }
  expect(await provenance()).toEqual({
    importers: [
      { ...left, travelers: 60 },
      { by: 'deputy', byKey: false, travelers: 60, imports: 2, lastAt },
    ].toSorted((a, b) => (a.by < b.by ? -1 : 1)),
    largestDomain: 40,
    publicDomains: 80,
    unknownDomains: 0,
  })
  for (const n of [1, 2, 61]) await eraseTraveler(ports, { customerNumber: `C-${n}` })
  await database.write((query) =>
    query.run(`UPDATE traveler SET mail_domain = NULL WHERE customer_number IN ('C-3', 'C-62')`),
  )
  expect(await provenance()).toMatchObject({
    importers: [
      { by: 'deputy', travelers: 59, imports: 2 },
      { by: 'Officer who left', travelers: 58 },
    ],
    ...{ largestDomain: 38, publicDomains: 77, unknownDomains: 2 },
  })
})

test('traits of a traveler are frozen from the opening on: a later import moves nobody to another group', async () => {
  const world = await surveyWorld()
  await openedWave(world, 20)
  const cellOf = () =>
    world.database.query.all(`SELECT i.id, cell_id FROM invitation i JOIN traveler t ON t.id = i.traveler_id
      WHERE customer_number = 'C-1'`)
  const before = await cellOf()
  await importTravelers(
    world.ports,
    travelerFile([travelerRow(1, { region: 'west', tripType: 'cruise', locale: 'en' })]),
  )
  expect(await countOf(world, `traveler WHERE region = 'west'`)).toBe(1)
  expect(await cellOf()).toEqual(before)
})
