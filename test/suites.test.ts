import { globSync, readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { expect, test } from 'vitest'
import { mayImport } from '../.dependency-cruiser.mjs'
import { ABOUT_SQLITE, OF_BOTH_ENGINES, WITHOUT_DATABASE } from './suites.ts'

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

test.each(WITHOUT_DATABASE)('no file in %s imports a package that opens a database', (folder) => {
  const files = globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root, exclude: ['**/node_modules/**'] })
  expect(files).not.toEqual([])
  expect(files.filter((file) => opensDatabase.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
})

test('only suites about SQLite or both engines open a file of their own, others the database of the run', () => {
  const ownFile = [...ABOUT_SQLITE, ...OF_BOTH_ENGINES]
  const opensFile = /from '(?:node:sqlite|better-sqlite3)'|`file:\$\{/
  const suites = globSync('apps/*/{src,test}/**/*.ts', { cwd: root }).filter((file) =>
    /\.test\.|\/test(ing)?\//.test(file),
  )
  const opening = suites.filter((file) => opensFile.test(readFileSync(join(root, file), 'utf8')))
  expect(opening.filter((file) => !ownFile.some((glob) => matchesGlob(file, glob)))).toEqual([])
  expect(opening).not.toEqual([])
})
