import { halfYear } from '@wayproof/kernel/calendar/period'
import { cachedCounts } from '@wayproof/scorecard/facts/cached-counts'
import { satisfactionFacts } from '@wayproof/scorecard/facts/survey/satisfaction-facts'
import { expect, test } from 'vitest'
import {
  closeAtOnce,
  countOf,
  openedWave,
  remindNow,
  type SurveyWorld,
  submit,
  surveyBeside,
  surveyWorld,
  tokens,
  travelerFile,
  travelerRow,
} from '../../testing/survey-world.ts'
import { addressKey } from '../../travelers/address-key.ts'
import { eraseTraveler } from '../../travelers/erase-traveler.ts'
import { importTravelers } from '../../travelers/import-travelers.ts'
import { countOpenWaves } from '../count-open-waves.ts'
import { previewReminders } from '../remind-wave.ts'

const period = '2026-H1'
const TRAVELERS = 120

/** A wave opened at 09:00 in Shanghai, whose invitations have been sent. */
async function running(): Promise<SurveyWorld> {
  const world = await surveyWorld()
  await openedWave(world, TRAVELERS)
  await world.database.write((query) =>
    query.run(`UPDATE letter SET state = 'sent', sent_at = @sentAt`, { sentAt: new Date(world.ports.clock.now()) }),
  )
  return world
}

const answerAll = async (world: SurveyWorld, from: number, to: number) => {
  for (const token of (await tokens(world)).slice(from, to)) await submit(world, token, { overall: '5' })
}

const shown = async ({ ports }: SurveyWorld) => {
  const funnel = await ports.store.funnel(period)
  if (!funnel) throw new Error('no wave')
  const { counted, delivered, answered, withdrawn, reminded, days } = funnel
  return { counted, delivered, answered, withdrawn, reminded, days }
}

const countAt = (world: SurveyWorld, iso: string) => {
  world.setNow(iso)
  return countOpenWaves(world.ports)
}

test('no figure is published before the first full hour, and later ones are rounded to steps, as of that hour', async () => {
  const world = await running()
  await answerAll(world, 0, 57)
  const nothing = { delivered: null, answered: null, withdrawn: null, reminded: null, days: [] }
  expect(await shown(world)).toEqual({ counted: { kind: 'not-yet' }, ...nothing })
  expect(await countAt(world, '2026-07-01T02:00:12Z')).toEqual([period])
  const counted = { kind: 'hourly', asOf: Date.parse('2026-07-01T02:00:00Z') }
  const days = [{ day: '2026-07-01', count: 50 }]
  const first = { counted, delivered: TRAVELERS, answered: 50, withdrawn: null, reminded: null, days }
  expect(await shown(world)).toEqual(first)

  // Until the next hour the figures do not change, also after a second count; a late count is skipped.
  await answerAll(world, 57, 99)
  expect(await countAt(world, '2026-07-01T02:03:00Z')).toEqual([])
  expect(await countAt(world, '2026-07-01T02:59:59Z')).toEqual([])
  expect(await countAt(world, '2026-07-01T03:06:00Z')).toEqual([])
  expect(await shown(world)).toEqual(first)
  const other = await surveyBeside(world)
  expect(await countAt(other, '2026-07-01T04:00:01Z')).toEqual([period])
  expect(await countAt(world, '2026-07-01T04:00:02Z')).toEqual([])
  expect(await shown(world)).toMatchObject({ answered: 75, counted: { asOf: Date.parse('2026-07-01T04:00:00Z') } })
})

test('a wave that opened in this hour is counted in the next', async () => {
  const world = await surveyWorld()
  world.setNow('2026-07-01T02:00:01Z')
  await openedWave(world, 5)
  expect(await countAt(world, '2026-07-01T02:00:30Z')).toEqual([])
  expect(await countAt(world, '2026-07-01T03:00:30Z')).toEqual([period])
})

test('closing makes the figures exact and deletes the count of the open wave', async () => {
  const world = await running()
  await answerAll(world, 0, 57)
  await countAt(world, '2026-07-01T02:00:00Z')
  const { database, ports } = world
  const reading = { query: database.query, timeZone: ports.timeZone, cached: cachedCounts(database.query) }
  const judged = async () => (await satisfactionFacts(reading, halfYear(2026, 1))).wave
  expect(await judged()).toMatchObject({ answered: 50, delivered: TRAVELERS, invited: TRAVELERS })
  await closeAtOnce(world, period)
  expect(await shown(world)).toMatchObject({ counted: { kind: 'exact' }, answered: 57, delivered: TRAVELERS })
  expect(await judged()).toMatchObject({ answered: 57, delivered: TRAVELERS })
  expect(await countOf(world, 'open_wave_count')).toBe(0)
})

const suppress = ({ ports }: SurveyWorld, n: number) =>
  ports.store.suppressAddress(addressKey(ports.keyring, `traveler-${n}@example.com`), 'objected', 0)

/** Numbers of the travelers in the order of `tokens`. */
const travelersOf = async ({ database }: SurveyWorld): Promise<readonly number[]> =>
  (
    await database.query.all<{
      n: string
    }>(`SELECT substr(customer_number, 3) AS n FROM invitation i JOIN traveler t ON t.id = i.traveler_id
      ORDER BY i.id`)
  ).map(({ n }) => Number(n))

/** Actions of an officer that concern traveler `n`. */
const ACTS: Readonly<Record<string, (world: SurveyWorld, n: number) => Promise<unknown>>> = {
  'no adult': ({ ports }, n) => importTravelers(ports, travelerFile([travelerRow(n, { adult: false })])),
  'no legal basis': ({ ports }, n) => importTravelers(ports, travelerFile([travelerRow(n, { basis: null })])),
  'another address': ({ ports }, n) =>
    importTravelers(ports, travelerFile([travelerRow(n, { email: `other-${n}@example.com` })])),
  suppressed: suppress,
  erased: ({ ports }, n) => eraseTraveler(ports, { customerNumber: `C-${n}` }),
}

test.each(Object.entries(ACTS))(
  'at both ends of a step, a traveler who is %s changes neither preview nor figures, answered or not',
  async (_, act) => {
    for (const answered of [49, 50, 73, 74, 75]) {
      const world = await running()
      const travelers = await travelersOf(world)
      await answerAll(world, 0, answered)
      await countAt(world, '2026-07-01T02:00:00Z')
      const { asOf: _, ...before } = await seen(world)
      // One traveler who has answered, and one who has not.
      for (const [hour, place] of [answered - 1, answered].entries()) {
        await act(world, travelers[place] ?? 0)
        await countAt(world, `2026-07-01T0${3 + hour}:00:00Z`)
        const { asOf: __, ...after } = await seen(world)
        expect(after).toEqual(before)
      }
      await world.database.close()
    }
  },
)

async function seen(world: SurveyWorld) {
  const preview = await previewReminders(world.ports, { period })
  const { counted, ...figures } = await shown(world)
  const asOf = counted.kind === 'hourly' ? counted.asOf : null
  return { asOf, atMost: preview.ok ? preview.value.atMost : null, ...figures }
}

test.each(Object.entries(ACTS))(
  'the figures of the closed wave are also the same, whether the traveler who is %s had answered or not',
  async (_, act) => {
    const closed = await Promise.all(
      ['answered', 'silent'].map(async (which) => {
        const world = await running()
        await answerAll(world, 0, 12)
        const place = which === 'answered' ? 11 : 12
        await act(world, (await travelersOf(world))[place] ?? 0)
        world.setNow('2026-07-06T02:00:00Z')
        await remindNow(world)
        await world.database.write((query) =>
          query.run(`UPDATE letter SET state = 'sent', sent_at = @sentAt WHERE state = 'queued'`, {
            sentAt: new Date(world.ports.clock.now()),
          }),
        )
        await closeAtOnce(world, period)
        const funnel = await world.ports.store.funnel(period)
        if (!funnel) throw new Error('no wave')
        const { wave: __, ...figures } = funnel
        return figures
      }),
    )
    expect(closed[1]).toEqual(closed[0])
  },
)

test('a reminder goes to the address of the invitation, never to one imported since', async () => {
  const world = await running()
  await importTravelers(world.ports, travelerFile([travelerRow(1, { email: 'new@example.com' })]))
  world.setNow('2026-07-06T02:00:00Z')
  expect(await remindNow(world)).toBe(TRAVELERS - 1)
  // A waiting reminder is deleted with the old address.
  await importTravelers(world.ports, travelerFile([travelerRow(2, { email: 'another@example.com' })]))
  expect(await countOf(world, `letter WHERE kind = 'survey-reminder'`)).toBe(TRAVELERS - 2)
})
