import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { mirrorToPostgresql } from '../testing/mirror-to-postgresql.ts'
import { isPlayable, playScenario } from '../testing/play-scenario.ts'
import type { CountedOn } from '../testing/scenario-figures.ts'
import { openTestPostgresql } from '../testing/test-postgresql.ts'
import { openTestSqlite } from '../testing/test-sqlite.ts'

/*
 * The golden scenarios: each is written into a database, counted as facts and judged by its goal. GOLDEN_DIR names a
 * folder with another table in the same format.
 */

interface Scenario {
  readonly id: string
  readonly goal: string
  readonly name: string
  readonly input: object
  readonly expected: Readonly<Record<string, unknown>>
}

const other = process.env.GOLDEN_DIR
const folder = other
  ? resolve(process.env.INIT_CWD ?? process.cwd(), other)
  : join(import.meta.dirname, '..', '..', '..', 'scorecard', 'golden')
const table: { scenarios: readonly Scenario[] } = JSON.parse(readFileSync(join(folder, 'goal-scenarios.json'), 'utf8'))
const known = table.scenarios.filter(({ goal }) => isPlayable(goal))
const notRun = table.scenarios.length - known.length

const exactly = (value: unknown): unknown => (typeof value === 'number' ? expect.closeTo(value, 12) : value)

/** Copies the scenario's rows to PostgreSQL and counts them there. */
const onPostgresql: CountedOn = async (written) => {
  const database = await openTestPostgresql()
  await mirrorToPostgresql(written, database)
  return database
}

describe.each<{ engine: string; countedOn: CountedOn }>([
  { engine: 'SQLite', countedOn: async (written) => written },
  { engine: 'PostgreSQL', countedOn: onPostgresql },
])('on $engine a goal is judged from stored rows as the scenario expects', ({ countedOn }) => {
  for (const { id, goal, name, input, expected } of known) {
    it(`${id}: ${name}`, async () => {
      const figures = await playScenario(await openTestSqlite(), goal, input, countedOn)
      const asked = Object.keys(expected)
      const got = Object.fromEntries(asked.map((key) => [key, key in figures ? figures[key] : `${key} is no figure`]))
      const wanted = Object.fromEntries(asked.map((key) => [key, exactly(expected[key])]))
      expect(got).toEqual(wanted)
    })
  }
})

afterAll(() => {
  if (notRun > 0) process.stdout.write(`goal-scenarios: ${notRun} not run\n`)
})
