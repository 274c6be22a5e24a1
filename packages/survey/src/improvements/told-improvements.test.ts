import { expect, test } from 'vitest'
import { openWave } from '../opening/open-wave.ts'
import { previewWave } from '../opening/preview-wave.ts'
import {
  closeAtOnce,
  markSent,
  openedWave,
  openWaveForAll,
  type SurveyWorld,
  surveyWorld,
  travelerFile,
  travelerRows,
} from '../testing/survey-world.ts'
import { importTravelers } from '../travelers/import-travelers.ts'
import { remindWave } from '../waves/remind-wave.ts'
import { improvementStore } from './improvement-store.ts'

const period = '2026-H1'
const text = (n: number) => ({ 'zh-CN': `改进${n}`, en: `improvement ${n}` })

async function choose({ database }: SurveyWorld, of: string, count: number): Promise<void> {
  const improvements = improvementStore(database)
  const one = { period: of, owner: 'customer-service', chosenBy: 'officer' }
  for (let n = 1; n <= count; n += 1)
    await improvements.choose({ ...one, id: `${of}-${n}`, text: text(n), chosenAt: n })
}

const told = async ({ database }: SurveyWorld, kind: string) =>
  (
    await database.query.all<{ locale: string; told: string | null }>(
      ({ jsonField }) =>
        `SELECT DISTINCT locale, ${jsonField('data', 'improvements')} AS told FROM letter WHERE kind = @kind ORDER BY locale`,
      { kind },
    )
  ).map(({ locale, told }) => [locale, told === null ? null : JSON.parse(told)])

/** A finished earlier wave on a half-year to the same travelers; its letters are no longer in the outbox. */
async function afterWave(world: SurveyWorld, of: string): Promise<void> {
  const now = world.ports.clock.now()
  await importTravelers(world.ports, travelerFile(travelerRows(6)))
  world.setNow('2026-01-10T04:00:00Z')
  await openWaveForAll(world, of, '2026-01-31')
  await closeAtOnce(world, of)
  world.setNow(new Date(now).toISOString())
  await world.database.write((query) => query.run('DELETE FROM letter'))
}

test('an invitation mentions the first three improvements since the last wave, in its language', async () => {
  const world = await surveyWorld()
  // There was a wave on 2025-H1, and none on 2025-H2.
  await afterWave(world, '2025-H1')
  await choose(world, '2025-H1', 4)
  await choose(world, '2025-H2', 1)
  await choose(world, period, 1)
  const first = [text(1), text(2), text(3)]
  expect(await previewWave(world.ports, { period })).toMatchObject({ value: { improvements: first } })
  await openWaveForAll(world)
  expect(await told(world, 'survey-invitation')).toEqual([
    ['en', first.map(({ en }) => en)],
    ['zh-CN', first.map((each) => each['zh-CN'])],
  ])
  await markSent(world)
  await remindWave(world.ports, { period })
  expect(await told(world, 'survey-reminder')).toEqual([
    ['en', null],
    ['zh-CN', null],
  ])
})

test('an invitation without improvements mentions none', async () => {
  const world = await surveyWorld()
  await choose(world, period, 1)
  await openedWave(world, 6)
  expect(await told(world, 'survey-invitation')).toEqual([
    ['en', null],
    ['zh-CN', null],
  ])
})

test('an improvement withdrawn before is not mentioned, and a mentioned one stays in force', async () => {
  const world = await surveyWorld()
  await afterWave(world, '2025-H1')
  await choose(world, '2025-H1', 2)
  const improvements = improvementStore(world.database)
  const withdraw = (n: number) => improvements.withdraw(`2025-H1-${n}`, { at: 9, by: 'officer' })
  const { store } = world.ports
  // Withdrawn after the plan was made and before it is written.
  const late: typeof store = {
    ...store,
    openWave: async ({ planOf, ...opening }) => {
      await withdraw(1)
      return store.openWave({
        ...opening,
        planOf: (found) => {
          const plan = planOf(found)
          expect(plan?.improvements).toHaveLength(2)
          return plan
        },
      })
    },
  }
  const wanted = { period, mode: 'census', closesOn: '2026-07-31' } as const
  const opened = await openWave({ ...world.ports, store: late }, wanted)
  expect(opened.ok).toBe(true)
  expect((await told(world, 'survey-invitation')).find(([locale]) => locale === 'en')).toEqual([
    'en',
    ['improvement 2'],
  ])
  expect(await withdraw(2)).toEqual({ ok: false, fault: { code: 'improvement-told' } })
  expect((await improvements.list('2025-H1')).map(({ id, told }) => [id, told])).toEqual([['2025-H1-2', true]])
})
