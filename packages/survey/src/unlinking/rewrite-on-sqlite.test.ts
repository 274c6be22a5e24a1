import { expect, test } from 'vitest'
import { closeAtOnce, openedWave, surveyOnSqlite } from '../testing/survey-world.ts'

const period = '2026-H1'

test('unlinking does not change the definition and indexes of the tables, which have no row ids', async () => {
  const world = await surveyOnSqlite()
  await openedWave(world, 5)
  const schema = () =>
    world.database.query.all<{ name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name`,
    )
  const before = await schema()
  await closeAtOnce(world, period)
  expect(await schema()).toEqual(before)
  const rowless = await world.database.query.all<{ name: string }>('SELECT name FROM pragma_table_list WHERE wr = 1')
  expect(rowless.map(({ name }) => name).sort()).toEqual([
    'answer',
    'answer_counter',
    'answer_day',
    'coded_comment',
    'comment',
    'comment_rating',
    'cross_tally',
    'decrypted_answer',
    'delivery',
    'draft',
    'invitation',
    'letter_rate',
    'mailed_code',
    'missing_row',
    'rights_case',
    'rights_case_change',
    'rights_message',
    'straight_lining',
    'suppression',
    'tally',
    'try_count',
    'whistle_message',
    'whistle_report',
  ])
})
