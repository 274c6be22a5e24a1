import { globSync, readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { expect, test } from 'vitest'
import { ALL, ONLY_ON, testsOnDatabase } from './suites.ts'

const root = join(import.meta.dirname, '..')

test('the tests of packages on a database are those that import what opens one', () => {
  const found = testsOnDatabase()
  expect(found).toContain('packages/oversight/src/meetings/meetings.test.ts')
  // It opens a database through a world of `testing`.
  expect(found).toContain('packages/survey/src/waves/pause-wave-rows.test.ts')
  expect(found).not.toContain('packages/statistics/src/statistics.golden.test.ts')
  const others = globSync(`packages/*/src/**/*${ALL}`, { cwd: root }).filter((file) => !found.includes(file))
  const opening = /openTest(Database|Sqlite|Postgresql)\(|describe\.each\(engines\)/
  expect(others.filter((file) => opening.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})

test('only tests of one engine open a file of their own, others the database of the run', () => {
  const ofOneEngine = [...ONLY_ON.sqlite, ...ONLY_ON.postgresql, 'apps/bench/src/**']
  const opensFile = /from '(?:node:sqlite|better-sqlite3)'|`file:\$\{/
  const suites = globSync('apps/*/{src,test}/**/*.ts', { cwd: root }).filter((file) =>
    /\.test\.|\/test(ing)?\//.test(file),
  )
  const opening = suites.filter((file) => opensFile.test(readFileSync(join(root, file), 'utf8')))
  expect(opening.filter((file) => !ofOneEngine.some((glob) => matchesGlob(file, glob)))).toEqual([])
  expect(opening).not.toEqual([])
})
