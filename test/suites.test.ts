import { globSync, readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { expect, test } from 'vitest'
import { mayImport } from '../.dependency-cruiser.mjs'
import { ALL, ONLY_ON, WITH_DATABASE } from './suites.ts'

const root = join(import.meta.dirname, '..')
const rules: Readonly<Record<string, readonly string[]>> = mayImport

/** Packages through which a file could reach the store. */
const toStore = Object.keys(rules).filter((folder) => folder === 'packages/store' || reaches(folder, 'packages/store'))

function reaches(from: string, target: string): boolean {
  return (rules[from] ?? []).some((next) => next === 'packages/' || next === target || reaches(next, target))
}

/** An import of a package that reaches the store, other than of types and constants. */
const importOf = (packages: readonly string[]) =>
  new RegExp(String.raw`^import (?!type |\{(?: [A-Z_]+,?)+ \})[^;']*? from '(?:${packages.join('|')})(?:/[^']*)?'`, 'm')

const opensDatabase = importOf(toStore.map((folder) => folder.replace('packages/', '@wayproof/')))

test.each([
  [`import { openStore } from '@wayproof/store'`, true],
  [`import { addressOf,\n startApp } from '@wayproof/local-stack/processes'`, true],
  [`import { PERSONAL_FIELDS } from '@wayproof/store'`, false],
  [`import type { Store } from '@wayproof/store'`, false],
  [`import { parseTable } from '@wayproof/evidence'\nimport type { Store } from '@wayproof/store'`, false],
])('%s', (text, opens) => {
  expect(opensDatabase.test(text)).toBe(opens)
})

test('every test of a package that can open a database also runs on PostgreSQL', () => {
  const folders = toStore.map((folder) => `${folder}/src/**/*`).filter((folder) => folder.startsWith('packages/'))
  const tests = folders.flatMap((folder) => globSync(`${folder}${ALL}`, { cwd: root }))
  const others = tests.filter((file) => !WITH_DATABASE.some((glob) => matchesGlob(file, glob)))
  expect(tests).not.toEqual([])
  expect(others.filter((file) => opensDatabase.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
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
