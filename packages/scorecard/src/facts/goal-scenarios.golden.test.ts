import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { engines } from '@wayproof/database/testing/engines'
import { afterAll, describe, expect, it } from 'vitest'
import { isPlayable, playScenario } from '../testing/play-scenario.ts'

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
  : join(import.meta.dirname, '..', '..', 'golden')
const table: { scenarios: readonly Scenario[] } = JSON.parse(readFileSync(join(folder, 'goal-scenarios.json'), 'utf8'))
const known = table.scenarios.filter(({ goal }) => isPlayable(goal))
const notRun = table.scenarios.length - known.length

const exactly = (value: unknown): unknown => (typeof value === 'number' ? expect.closeTo(value, 12) : value)

describe.each(engines)('on $engine a goal is judged from stored rows as the scenario expects', ({ open }) => {
  for (const { id, goal, name, input, expected } of known) {
    it(`${id}: ${name}`, async () => {
      const figures = await playScenario(await open(), goal, input)
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
