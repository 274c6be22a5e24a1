import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { openWave } from '@wayproof/survey/opening/open-wave'
import { latestClosingDay } from '@wayproof/survey/opening/wave-plan'
import {
  closeAtOnce,
  openedWave,
  type SurveyWorld,
  submit,
  surveyWorld,
  tokens,
} from '@wayproof/survey/testing/survey-world'
import { expect, test } from 'vitest'
import { goalTrend } from '../../goals/trace-goal.ts'
import { RULES } from '../../rules.ts'
import { factSource } from '../fact-source.ts'

const half = (year: number, index: number) => ({ kind: 'half-year', year, index }) as const

/** The next version, with other words in one question. */
const reworded = (id: string, version: number): Questionnaire => ({
  ...DEFAULT_QUESTIONNAIRE,
  version,
  items: DEFAULT_QUESTIONNAIRE.items.map((item) => (item.id === id ? { ...item, en: `${item.en} Really?` } : item)),
})

async function askAgain(world: SurveyWorld, period: string, questionnaire: Questionnaire): Promise<void> {
  await publishQuestionnaire(world.ports, { questionnaire })
  const opened = await openWave(world.ports, {
    period,
    mode: 'census',
    closesOn: latestClosingDay(dateAt(world.ports.clock.now(), 'Asia/Shanghai')),
  })
  if (!opened.ok) throw new Error(opened.fault.code)
  for (const token of await tokens(world)) await submit(world, token, { overall: '5' })
  await closeAtOnce(world, period)
}

test('a trend breaks where the words of its question changed, and not elsewhere', async () => {
  const world = await surveyWorld()
  await openedWave(world, 8, '2025-H2')
  await closeAtOnce(world, '2025-H2')
  const facts = factSource(world.database, { timeZone: 'Asia/Shanghai', rules: RULES })
  const broken = async (year: number, index: number) =>
    (await (await facts.forHalfYear(`${year}-H${index}`)).satisfaction(half(year, index))).wave?.trendBreak
  const otherOverall = reworded('overall', 3)
  world.setNow('2026-08-01T00:00:00Z')
  await askAgain(world, '2026-H1', reworded('trust', 2))
  // A half-year without a wave: the next wave is compared with the last one before it.
  await world.database.write((query) => query.run(`UPDATE traveler SET last_trip = '2027-12'`))
  world.setNow('2027-07-10T00:00:00Z')
  await askAgain(world, '2027-H1', otherOverall)
  world.setNow('2028-01-10T00:00:00Z')
  await askAgain(world, '2027-H2', { ...otherOverall, version: 4, estimatedMinutes: 9 })
  expect(await broken(2025, 2)).toBeNull()
  expect(await broken(2026, 1)).toBeNull()
  expect(await broken(2027, 1)).toBe('wording')
  expect(await broken(2027, 2)).toBeNull()

  await world.database.write((query) =>
    query.run(`INSERT INTO organisation (id, name_zh, name_en, contact_email, programme_start, sample)
      VALUES (1, '远行', 'Faraway', 'p@x.example', '2024-01-01', false)`),
  )
  const ports = { facts, sealed: async () => null, clock: world.ports.clock, timeZone: 'Asia/Shanghai', rules: RULES }
  const trend = await goalTrend(ports, { goal: 'customer-satisfaction', period: '2027-H2', periods: 4 })
  expect(trend.ok && trend.value.map(({ period, broken }) => [period, broken])).toEqual([
    ['2026-H1', null],
    ['2026-H2', null],
    ['2027-H1', 'wording'],
    ['2027-H2', null],
  ])
})

test('an open wave reports no break, and no answers before it is counted', async () => {
  const world = await surveyWorld()
  await openedWave(world, 8, '2025-H2')
  await closeAtOnce(world, '2025-H2')
  await publishQuestionnaire(world.ports, { questionnaire: reworded('overall', 2) })
  await world.database.write((query) => query.run('DELETE FROM letter'))
  const opened = await openWave(world.ports, { period: '2026-H1', mode: 'census', closesOn: '2026-07-31' })
  expect(opened.ok).toBe(true)
  const facts = factSource(world.database, { timeZone: 'Asia/Shanghai', rules: RULES })
  const { wave } = await (await facts.forHalfYear('2026-H1')).satisfaction(half(2026, 1))
  expect(wave).toMatchObject({ trendBreak: null, answered: null })
})
