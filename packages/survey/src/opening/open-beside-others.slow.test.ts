import { withLongPauses } from '@wayproof/database/testing/long-pauses'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { retentionStore } from '@wayproof/operations/retention/retention-store'
import { expect, test, vi } from 'vitest'
import { improvementStore } from '../improvements/improvement-store.ts'
import { DEFAULT_PROGRAMME } from '../programme/programme.ts'
import { countCourses } from '../reminders/reminder-courses.ts'
import {
  closeAtOnce,
  countOf,
  markSent,
  type SurveyWorld,
  surveyBeside,
  surveyWorld,
  travelerFile,
  travelerRow,
  travelerRows,
} from '../testing/survey-world.ts'
import { importTravelers } from '../travelers/import-travelers.ts'
import type { TravelerRow } from '../travelers/traveler.ts'
import { reminderMoments } from '../waves/reminder.ts'
import { openWave } from './open-wave.ts'

// Changes by others during an opening have the same result as before or after it.

const census = { period: '2026-H1', mode: 'census', closesOn: '2026-07-31' } as const
const halfBefore = { ...census, period: '2025-H2' } as const
const PEOPLE = 4000
/** Milliseconds between two chunks of an opening that others disturb. */
const PAUSE_MS = 200

async function register(rows: readonly TravelerRow[] = travelerRows(PEOPLE), letterLimit = 9): Promise<SurveyWorld> {
  const world = await surveyWorld()
  await publishQuestionnaire(world.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  await importTravelers(world.ports, travelerFile(rows))
  await world.ports.store.saveProgramme({ ...DEFAULT_PROGRAMME, letterLimit })
  return world
}

const invited = async (world: SurveyWorld) => await countOf(world, 'invitation')
const until = (met: () => Promise<boolean>) => vi.waitUntil(met, { timeout: 60_000, interval: 1 })

async function half(world: SurveyWorld): Promise<void> {
  await until(async () => (await invited(world)) > 0)
  expect(await invited(world)).toBeLessThan(PEOPLE)
}

test('an import that assigns the addresses to other customers removes nobody from a wave that is being written', async () => {
  const world = await register()
  const taken = Promise.withResolvers<void>()
  const staged = Promise.withResolvers<void>()
  const { store } = world.ports
  const stageTravelers: typeof store.stageTravelers = (told) => {
    const staging = store.stageTravelers(told)
    const takeIn: typeof staging.takeIn = async (file) => {
      staged.resolve()
      await taken.promise
      return staging.takeIn(file)
    }
    return { ...staging, takeIn }
  }
  const others = travelerRows(PEOPLE).map((_, n) =>
    travelerRow(n + 1, { customerNumber: `N-${n + 1}`, lastTrip: '2026-04' }),
  )
  const importing = importTravelers({ ...world.ports, store: { ...store, stageTravelers } }, travelerFile(others))
  await staged.promise
  withLongPauses(world.database, PAUSE_MS)
  const opening = openWave(world.ports, census)
  await half(world)
  taken.resolve()
  expect(await importing).toMatchObject({ ok: true, value: { added: 0 } })
  expect(await opening).toMatchObject({ ok: true, value: { invited: PEOPLE } })
  expect([await invited(world), await countOf(world, 'letter')]).toEqual([PEOPLE, PEOPLE])
})

test('travelers due for deletion stay while a wave is being written, and as long as it runs', async () => {
  const longAgo = travelerRows(PEOPLE).map((_, n) => travelerRow(n + 1, { lastTrip: '2025-03' }))
  const world = await register(longAgo)
  const retention = retentionStore(world.database, { timeZone: 'Asia/Shanghai' })
  world.setNow('2026-06-20T04:00:00Z')
  withLongPauses(world.database, PAUSE_MS)
  const opening = openWave(world.ports, { ...census, period: '2025-H1', closesOn: '2026-06-30' })
  await half(world)
  await retention.deleteDue(world.ports.clock.now())
  expect(await opening).toMatchObject({ ok: true })
  expect([await invited(world), await countOf(world, 'traveler')]).toEqual([PEOPLE, PEOPLE])
})

test('two waves that open at once are written one after the other: nobody gets more letters than the budget', async () => {
  const world = await register(travelerRows(PEOPLE), 1)
  const other = await surveyBeside(world)
  const both = await Promise.all([openWave(world.ports, halfBefore), openWave(other.ports, census)])
  expect(both.map((opened) => (opened.ok ? opened.value.invited : opened.fault.code)).sort()).toEqual([
    PEOPLE,
    'no-eligible-travelers',
  ])
  expect(await countOf(world, '(SELECT recipient_id FROM letter GROUP BY 1 HAVING count(*) > 1)')).toBe(0)
})

test('an opening dated by a clock that was ahead ends as soon as the clock is set back', async () => {
  const world = await register()
  const tomorrow = world.ports.clock.now() + 86_400_000
  await world.database.write((query) =>
    query.run('INSERT INTO wave_opening (wave_id, period, lease_until) VALUES (@waveId, @period, @tomorrow)', {
      waveId: 'w',
      period: '2026-H1',
      tomorrow: new Date(tomorrow),
    }),
  )
  expect(await openWave(world.ports, census)).toMatchObject({ ok: true })
  expect(await countOf(world, 'wave_opening')).toBe(0)
})

test('an opening that has waited 30 seconds for another wave is refused with a fault', async () => {
  const world = await register(travelerRows(10))
  const soon = world.ports.clock.now() + 60_000
  await world.database.write((query) =>
    query.run('INSERT INTO wave_opening (wave_id, period, lease_until) VALUES (@waveId, @period, @soon)', {
      waveId: 'w',
      period: '2025-H2',
      soon: new Date(soon),
    }),
  )
  Object.assign(world.database, { sleep: async () => undefined })
  expect(await openWave(world.ports, census)).toEqual({ ok: false, fault: { code: 'other-wave-opening' } })
  expect(await countOf(world, 'wave')).toBe(0)
})

test('letters of a wave that is being written do not count towards the budget', async () => {
  const world = await register(travelerRows(PEOPLE), 2)
  await openWave(world.ports, halfBefore)
  await markSent(world)
  const { store, clock } = world.ports
  const at = clock.now() + 6 * 86_400_000
  const moments = reminderMoments(DEFAULT_PROGRAMME, { at, timeZone: 'Asia/Shanghai', byHand: false })
  const waveId = (await store.wave('2025-H2'))?.id ?? ''
  const before = await countCourses(world.database, waveId, moments)
  await openWave(world.ports, census)
  expect(await countCourses(world.database, waveId, moments)).toMatchObject({ first: 0, budget: PEOPLE })
  // The state just before its last transaction.
  await world.database.write((query) =>
    query.run(
      `INSERT INTO wave_opening (wave_id, period, lease_until) SELECT id, period, @at FROM wave WHERE period = '2026-H1'`,
      { at: new Date(at) },
    ),
  )
  expect(await countCourses(world.database, waveId, moments)).toEqual(before)
})

test('an improvement mentioned by one wave stays mentioned when the opening of another with it is undone', async () => {
  const world = await register()
  const other = await surveyBeside(world)
  const now = world.ports.clock.now()
  world.setNow('2026-01-10T04:00:00Z')
  await openWave(world.ports, { ...census, period: '2025-H1', closesOn: '2026-01-31' })
  await closeAtOnce(world, '2025-H1')
  world.setNow(new Date(now).toISOString())
  await world.database.write((query) => query.run('DELETE FROM letter'))
  const improvements = improvementStore(world.database)
  const text = { 'zh-CN': '改进', en: 'improvement' }
  await improvements.choose({
    id: 'i1',
    period: '2025-H1',
    owner: 'customer-service',
    chosenBy: 'officer',
    text,
    chosenAt: 1,
  })
  withLongPauses(world.database, PAUSE_MS)
  withLongPauses(other.database, PAUSE_MS)
  const first = openWave(world.ports, halfBefore)
  await until(async () => (await countOf(world, 'wave_opening')) === 1)
  const second = openWave(other.ports, census)
  expect(await first).toMatchObject({ ok: true })
  await until(async () => (await countOf(world, 'letter')) > PEOPLE && (await countOf(world, 'wave_opening')) === 1)
  await world.database.write((query) => query.run('UPDATE wave_opening SET lease_until = NULL'))
  await expect(second).rejects.toThrow('took too long')
  expect(await improvements.withdraw('i1', { at: 5, by: 'officer' })).toMatchObject({ ok: false })
})

test('the order of ids does not tie links to letters, nor links of two waves to each other', async () => {
  const world = await register()
  await openWave(world.ports, halfBefore)
  await openWave(world.ports, census)
  interface Sent {
    readonly id: string
    readonly person: string
    readonly link: string
  }
  const sentIn = (period: string) =>
    world.database.query.all<Sent>(
      ({
        jsonField,
      }) => `SELECT letter.id, recipient_id AS person, ${jsonField('data', 'invitationId')} AS link FROM letter
        JOIN wave ON wave.id = wave_id WHERE period = @period`,
      { period },
    )
  const peopleBy = (sent: readonly Sent[], key: keyof Sent) =>
    sent.toSorted((a, b) => (a[key] < b[key] ? -1 : 1)).map(({ person }) => person)
  const paired = (one: readonly string[], other: readonly string[]) => one.filter((each, i) => each === other[i]).length
  const [early, late] = [await sentIn('2025-H2'), await sentIn('2026-H1')]
  // Chance gives one pair on average; 20 pairs have a probability of 10^-19.
  expect(paired(peopleBy(early, 'link'), peopleBy(early, 'id'))).toBeLessThan(20)
  expect(paired(peopleBy(early, 'link'), peopleBy(late, 'link'))).toBeLessThan(20)
  expect(paired(peopleBy(early, 'id'), peopleBy(early, 'person'))).toBeLessThan(20)
})
