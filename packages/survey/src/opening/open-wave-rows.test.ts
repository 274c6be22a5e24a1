import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { expect, test } from 'vitest'
import {
  countOf,
  exactFunnel,
  openedWave,
  type SurveyWorld,
  surveyBeside,
  surveyWorld,
  travelerFile,
  travelerRow,
  travelerRows,
} from '../testing/survey-world.ts'
import { addressKey } from '../travelers/address-key.ts'
import { eraseTraveler } from '../travelers/erase-traveler.ts'
import { importTravelers } from '../travelers/import-travelers.ts'
import { BASIS_PROFILES_VERSION } from '../travelers/legal-basis.ts'
import { suppressAddress } from '../travelers/suppress-address.ts'
import { listWaves, waveFunnel } from '../waves/read-wave-funnel.ts'
import { openReplayedWave, openWave } from './open-wave.ts'
import { previewWave } from './preview-wave.ts'

const census = { period: '2026-H1', mode: 'census', closesOn: '2026-07-31' } as const

const bring = (world: SurveyWorld, rows: Parameters<typeof travelerFile>[0]) =>
  importTravelers(world.ports, travelerFile(rows))

test('the same version is published once; other texts need another version', async () => {
  const { ports, setNow } = await surveyWorld()
  const first = await publishQuestionnaire(ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  setNow('2026-07-02T00:00:00Z')
  expect(await publishQuestionnaire(ports, { questionnaire: DEFAULT_QUESTIONNAIRE })).toEqual(first)
  const reworded = { ...DEFAULT_QUESTIONNAIRE, estimatedMinutes: 4 }
  expect(await publishQuestionnaire(ports, { questionnaire: reworded })).toMatchObject({
    fault: { code: 'version-taken' },
  })
  const next = { ...reworded, version: 2 }
  expect(await publishQuestionnaire(ports, { questionnaire: next })).toMatchObject({ ok: true })
  expect(await ports.store.latestQuestionnaire()).toEqual(next)
  const broken = { ...next, version: 3, items: [] }
  expect(await publishQuestionnaire(ports, { questionnaire: broken })).toMatchObject({
    fault: { code: 'questionnaire-invalid' },
  })
})

test('a census invites every adult with a legal basis who is not suppressed and traveled in the half-year or since', async () => {
  const world = await surveyWorld()
  await publishQuestionnaire(world.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  await bring(world, [
    travelerRow(1, { lastTrip: '2026-01' }),
    travelerRow(2, { lastTrip: '2026-07' }),
    travelerRow(3, { lastTrip: '2025-12' }),
    travelerRow(4, { adult: false }),
    travelerRow(5),
    travelerRow(6, { basisNamesSurveys: false }),
  ])
  await world.ports.store.suppressAddress(addressKey(world.ports.keyring, 'traveler-5@example.com'), 'bounced', 0)
  const before = await previewWave(world.ports, { period: '2026-H1' })
  expect(await openWave(world.ports, census)).toMatchObject({ ok: true, value: { frame: 2, invited: 2 } })
  // The preview that the officer saw is sealed: travelers who are added or deleted afterwards change nothing.
  await bring(world, [travelerRow(7)])
  const coverage = {
    registered: 6,
    travelled: 5,
    adult: 4,
    'with-basis': 3,
    reachable: 2,
    'not-suppressed': 2,
    'within-budget': 2,
  }
  expect(before).toMatchObject({ value: { eligible: 2, coverage } })
  expect(await exactFunnel(world)).toMatchObject({ value: { coverage } })
  expect(
    await countOf(
      world,
      `invitation i JOIN traveler t ON t.id = i.traveler_id WHERE t.customer_number IN ('C-1', 'C-2')`,
    ),
  ).toBe(2)
})

test('a wave on a year asks only travelers of that year, because it replays a past survey', async () => {
  const world = await surveyWorld()
  await publishQuestionnaire(world.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  await bring(world, [travelerRow(1, { lastTrip: '2011-01' }), travelerRow(2, { lastTrip: '2016-01' }), travelerRow(3)])
  const replayed = { ...census, period: '2016' }
  expect(await openWave(world.ports, replayed)).toEqual({ ok: false, fault: { code: 'period-not-askable' } })
  expect(await openReplayedWave(world.ports, replayed)).toMatchObject({ ok: true, value: { invited: 1 } })
})

test('wave, cells, invitations and one letter each appear together', async () => {
  const world = await surveyWorld()
  await openedWave(world, 250)
  expect(
    await countOf(world, 'invitation WHERE NOT answered AND generation = 0 AND cell_id IN (SELECT id FROM cell)'),
  ).toBe(250)
  const letter = await world.database.query.all<
    Record<string, unknown>
  >(`SELECT l.*, i.traveler_id, t.locale AS spoken FROM letter l JOIN invitation i ON l.dedupe_key = 'invitation:' || i.id
       JOIN traveler t ON t.id = i.traveler_id WHERE l.kind = 'survey-invitation' AND l.state = 'queued'`)
  expect(letter).toHaveLength(250)
  for (const { recipient_kind, recipient_id, traveler_id, locale, spoken, data, not_before } of letter) {
    expect([recipient_kind, recipient_id, locale, not_before]).toEqual([
      'traveler',
      traveler_id,
      spoken,
      Date.parse('2026-07-01T01:00:00Z'),
    ])
    expect(JSON.parse(String(data))).toMatchObject({
      travelerId: traveler_id,
      generation: 0,
      period: '2026-H1',
      closesOn: '2026-07-31',
      smallestGroup: 5,
    })
  }
  expect(await exactFunnel(world)).toMatchObject({
    ok: true,
    value: {
      wave: { status: 'open', mode: 'census', seed: null, ruleVersion: '2026-1', minimumForStatus: 100 },
      frame: 250,
      invited: 250,
      delivered: 0,
      reminded: 0,
      answered: 0,
      withdrawn: 0,
      days: [],
    },
  })
  const [wave] = await listWaves(world.ports)
  expect(wave?.closesAt).toBe(Date.parse('2026-07-31T16:00:00Z'))
  expect(await waveFunnel(world.ports, { period: '2020-H1' })).toMatchObject({ fault: { code: 'no-wave' } })
})

test('small groups are merged for everyone, and the merge is sealed with the wave', async () => {
  const world = await surveyWorld()
  await openedWave(world, 250)
  const cells = await world.database.query.all<{ id: string; invited_count: number }>('SELECT * FROM cell')
  for (const { id, invited_count } of cells) {
    expect(invited_count).toBeGreaterThanOrEqual(100)
    expect(await countOf(world, 'invitation WHERE cell_id = @id', { id })).toBe(invited_count)
  }
  expect(cells.reduce((sum, cell) => sum + cell.invited_count, 0)).toBe(250)
  const sealed = await world.database.query.get<{ merge_map: string }>('SELECT merge_map FROM wave')
  expect(JSON.parse(sealed?.merge_map ?? '')).toMatchObject({ region: { east: 'east + north', north: 'east + north' } })
})

test('a sample can be drawn again with its seed, and a seed is created if none is given', async () => {
  const drawn: string[][] = []
  for (const seed of ['2026-H1', '2026-H1', undefined]) {
    const world = await surveyWorld()
    await publishQuestionnaire(world.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
    await bring(world, travelerRows(200))
    // The frame of ids differs between installations; here the ids are made equal.
    await world.database.write((query) => query.run(`UPDATE traveler SET id = 'id-' || customer_number`))
    const opened = await openWave(world.ports, { ...census, mode: 'sample', size: 40, ...(seed ? { seed } : {}) })
    expect(opened).toMatchObject({ ok: true, value: { frame: 200, invited: 40 } })
    if (opened.ok) expect(opened.value.wave.seed).toMatch(seed ?? /^[0-9a-f]{32}$/)
    drawn.push(
      (await world.database.query.all<{ t: string }>('SELECT traveler_id AS t FROM invitation ORDER BY 1')).map(
        ({ t }) => t,
      ),
    )
  }
  expect(drawn[0]).toEqual(drawn[1])
  expect(drawn[0]).not.toEqual(drawn[2])
})

test('a stratified sample has each trip type and region by its share, and can be drawn again with its seed', async () => {
  const drawn: string[][] = []
  for (const seed of ['a', 'a', 'b']) {
    const world = await surveyWorld()
    await publishQuestionnaire(world.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
    await bring(world, travelerRows(200))
    await world.database.write((query) => query.run(`UPDATE traveler SET id = 'id-' || customer_number`))
    const opened = await openWave(world.ports, { ...census, mode: 'stratified', size: 40, seed })
    expect(opened).toMatchObject({ ok: true, value: { frame: 200, invited: 40, wave: { mode: 'stratified', seed } } })
    const invited = async (where: string) =>
      await countOf(world, `invitation i JOIN traveler t ON t.id = i.traveler_id WHERE ${where}`)
    expect(await invited(`trip_type = 'group' AND region = 'east'`)).toBe(16)
    expect(await invited(`trip_type = 'own' AND region = 'north'`)).toBe(4)
    // Each invited person represents 1 / probability of the eligible people, and the margins count all of them.
    const [{ stood } = { stood: 0 }] = await world.database.query.all<{ stood: number }>(
      'SELECT SUM(base_weight * invited_count) AS stood FROM cell',
    )
    expect(stood).toBeCloseTo(200, 9)
    expect(
      await world.database.query.all<object>(
        'SELECT margin, SUM(eligible) AS eligible FROM frame_margin GROUP BY margin ORDER BY margin',
      ),
    ).toEqual(['channel', 'language', 'region', 'tripType'].map((margin) => ({ margin, eligible: 200 })))
    drawn.push(
      (await world.database.query.all<{ t: string }>('SELECT traveler_id AS t FROM invitation ORDER BY 1')).map(
        ({ t }) => t,
      ),
    )
  }
  expect(drawn[0]).toEqual(drawn[1])
  expect(drawn[0]).not.toEqual(drawn[2])
})

test('a period has one wave, also if two are opened at once', async () => {
  const world = await surveyWorld()
  await publishQuestionnaire(world.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  await bring(world, travelerRows(10))
  const both = await Promise.all([openWave(world.ports, census), openWave(world.ports, census)])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await openWave(world.ports, census)).toEqual({ ok: false, fault: { code: 'wave-exists' } })
  expect([await countOf(world, 'wave'), await countOf(world, 'invitation'), await countOf(world, 'letter')]).toEqual([
    1, 10, 10,
  ])
})

test('erasures, suppressions and imports by another process just before the opening are in its letters and all counts', async () => {
  const world = await surveyWorld()
  const other = await surveyBeside(world)
  await publishQuestionnaire(world.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  await bring(world, travelerRows(10))
  const { store } = world.ports
  const late: typeof store = {
    ...store,
    openWave: async (...told) => {
      await eraseTraveler(other.ports, { customerNumber: 'C-1' })
      await suppressAddress(other.ports, { email: 'traveler-2@example.com' })
      await bring(other, [travelerRow(3, { basisNamesSurveys: false }), travelerRow(11)])
      return store.openWave(...told)
    },
  }
  const opened = await openWave({ ...world.ports, store: late }, census)
  expect(opened).toMatchObject({ ok: true, value: { frame: 8, invited: 8 } })
  const invited = await world.database.query.all<{
    customer: string | null
  }>(`SELECT customer_number AS customer FROM letter LEFT JOIN traveler ON traveler.id = letter.recipient_id
       WHERE letter.kind = 'survey-invitation' ORDER BY 1`)
  expect(invited.map(({ customer }) => customer)).toEqual(['C-10', 'C-11', 'C-4', 'C-5', 'C-6', 'C-7', 'C-8', 'C-9'])
  expect(await exactFunnel(world)).toMatchObject({
    value: {
      invited: 8,
      frame: 8,
      coverage: { registered: 10, travelled: 10, adult: 10, 'with-basis': 9, reachable: 9, 'not-suppressed': 8 },
    },
  })
  const sums = `SELECT (SELECT COUNT(*) FROM invitation) AS invited, (SELECT SUM(invited_count) FROM cell) AS inCells,
    (SELECT SUM(base_weight * invited_count) FROM cell) AS weighed,
    (SELECT SUM(eligible) FROM frame_margin WHERE margin = 'region') AS eligible`
  expect(await world.database.query.get(sums)).toEqual({ invited: 8, inCells: 8, weighed: 8, eligible: 8 })
})

test('travelers erased one after the other during the opening are left without a letter', async () => {
  const world = await surveyWorld()
  const other = await surveyBeside(world)
  await publishQuestionnaire(world.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  await bring(world, travelerRows(300))
  const erased = async () => {
    for (let n = 1; n <= 20; n += 1) await eraseTraveler(other.ports, { customerNumber: `C-${n}` })
  }
  const [opened] = await Promise.all([openWave(world.ports, census), erased()])
  expect(opened.ok).toBe(true)
  const gone = 'NOT IN (SELECT id FROM traveler)'
  expect([
    await countOf(world, `letter WHERE recipient_id ${gone}`),
    await countOf(world, `invitation WHERE traveler_id ${gone}`),
  ]).toEqual([0, 0])
})

test('a wave exactly at the floor opens, and one below it leaves nothing behind', async () => {
  const world = await surveyWorld()
  await publishQuestionnaire(world.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  await bring(world, travelerRows(99))
  const asInstalled = { ...world.ports, smallestWave: undefined }
  const figures = { invitable: 99, needed: 100 }
  expect(await openWave(asInstalled, census)).toEqual({ ok: false, fault: { code: 'too-few-invited', figures } })
  expect([await countOf(world, 'wave'), await countOf(world, 'invitation'), await countOf(world, 'letter')]).toEqual([
    0, 0, 0,
  ])
  await bring(world, travelerRows(100))
  expect(await openWave(asInstalled, census)).toMatchObject({ ok: true, value: { invited: 100 } })
})

test('a refused opening has a fault and leaves nothing behind', async () => {
  const world = await surveyWorld()
  const fault = async (change: object) => {
    const opened = await openWave(world.ports, { ...census, ...change })
    return opened.ok ? null : opened.fault.code
  }
  expect(await fault({})).toBe('no-questionnaire')
  await publishQuestionnaire(world.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  expect(await fault({})).toBe('no-eligible-travelers')
  expect(await fault({ period: '2026-Q1' })).toBe('period-unknown')
  for (const period of ['2022-H2', '2025-H1', '2026-H2']) expect(await fault({ period })).toBe('period-not-askable')
  expect(await fault({ closesOn: '2026-06-30' })).toBe('close-date-invalid')
  expect(await fault({ closesOn: '2026-02-30' })).toBe('close-date-invalid')
  expect(await fault({ closesOn: '2027-01-01' })).toBe('close-date-too-late')
  expect(await fault({ closesOn: '2026-12-31' })).toBe('no-eligible-travelers')
  expect(await fault({ mode: 'sample', size: 0 })).toBe('sample-size-invalid')
  expect(await fault({ mode: 'sample' })).toBe('sample-size-invalid')
  expect(await fault({ mode: 'stratified' })).toBe('sample-size-invalid')
  expect([await countOf(world, 'wave'), await countOf(world, 'letter')]).toEqual([0, 0])
})

test('a wave seals the confirmations of its opening, and the version of the legal basis profiles', async () => {
  const world = await surveyWorld()
  await openedWave(world, 3)
  const sealed = await world.database.query.get<{ checklist: string }>('SELECT checklist FROM wave')
  expect(JSON.parse(sealed?.checklist ?? '')).toEqual({
    basisProfiles: BASIS_PROFILES_VERSION,
    noticeVersion: '6',
    assessedOn: '2025-12-01',
    backupDays: 30,
    personsAbroad: 0,
    confirmedAt: world.ports.clock.now(),
    confirmedBy: 'officer',
  })
})
