import { openTestPostgresql } from '@wayproof/database/testing/test-postgresql'
import { openedWave, surveyOn } from '@wayproof/survey/testing/survey-world'
import { expect, test } from 'vitest'
import { ANY_DUE } from './due-letters.ts'

const NOW = new Date('2026-07-02T01:00:00Z')
/** Letters are copied so often that PostgreSQL plans statements as for a large wave. */
const COPIES = 600

const MANY = `INSERT INTO letter
  SELECT (jsonb_populate_record(letter, jsonb_build_object('id', letter.id || '-' || n, 'dedupe_key', letter.dedupe_key || n,
    'state', CASE WHEN n % 2 = 0 THEN 'sent' ELSE 'queued' END))).*
  FROM letter, generate_series(1, ${COPIES}) n`

interface Plan {
  readonly Plan: Readonly<Record<string, number>>
}

test('the look for a due letter reads few pages of a large queue', async () => {
  const world = await surveyOn(await openTestPostgresql(), { encrypts: false })
  await openedWave(world, 100)
  await world.database.pool.query(MANY)
  await world.database.pool.query('ANALYZE')
  const explained = await world.database.query.get<{ 'QUERY PLAN': readonly Plan[] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${ANY_DUE}`,
    { now: NOW, surveys: true },
  )
  const plan = explained?.['QUERY PLAN'][0]?.Plan ?? {}
  expect((plan['Shared Hit Blocks'] ?? Number.NaN) + (plan['Shared Read Blocks'] ?? 0)).toBeLessThan(20)
})
