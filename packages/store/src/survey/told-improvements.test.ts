import { previewWave, remindWave } from '@wayproof/survey'
import { expect, test } from 'vitest'
import { improvementStore } from '../improvement-store.ts'
import { openedWave, type SurveyWorld, surveyWorld } from './testing/survey-world.ts'

const period = '2026-H1'
const text = (n: number) => ({ 'zh-CN': `改进${n}`, en: `improvement ${n}` })

async function choose({ database }: SurveyWorld, of: string, count: number): Promise<void> {
  const improvements = improvementStore(database)
  const one = { period: of, owner: 'customer-service', chosenBy: 'officer' }
  for (let n = 1; n <= count; n += 1)
    await improvements.choose({ ...one, id: `${of}-${n}`, text: text(n), chosenAt: n })
}

const told = ({ database }: SurveyWorld, kind: string) =>
  database
    .read<{ locale: string; told: string | null }>(
      `SELECT DISTINCT locale, json_extract(data, '$.improvements') AS told FROM letter WHERE kind = ? ORDER BY locale`,
    )
    .all(kind)
    .map(({ locale, told }) => [locale, told === null ? null : JSON.parse(told)])

test('an invitation tells the first three improvements of the half-year before, in its own language', async () => {
  const world = await surveyWorld()
  await choose(world, '2025-H2', 4)
  await choose(world, '2025-H1', 1)
  await choose(world, period, 1)
  const first = [text(1), text(2), text(3)]
  expect(await previewWave(world.ports, { period })).toMatchObject({ value: { improvements: first } })
  await openedWave(world, 6)
  expect(told(world, 'survey-invitation')).toEqual([
    ['en', first.map(({ en }) => en)],
    ['zh-CN', first.map((each) => each['zh-CN'])],
  ])
  await world.database.write((sql) => sql(`UPDATE letter SET state = 'sent', sent_at = 0`).run())
  await remindWave(world.ports, { period })
  expect(told(world, 'survey-reminder')).toEqual([
    ['en', null],
    ['zh-CN', null],
  ])
})

test('without an improvement nothing is told', async () => {
  const world = await surveyWorld()
  await choose(world, period, 1)
  await openedWave(world, 6)
  expect(told(world, 'survey-invitation')).toEqual([
    ['en', null],
    ['zh-CN', null],
  ])
})
