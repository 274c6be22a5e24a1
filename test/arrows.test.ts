import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import rules, { layers } from '../.dependency-cruiser.mjs'
import { FORBIDDEN, LEGAL } from './arrow-cases.ts'

// Runs the import rules, as `pnpm check` does, on a small tree of the same shape that breaks each rule.

interface Cruise {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[]
  }
  readonly modules: readonly {
    readonly source: string
    readonly dependencies: readonly { readonly resolved: string }[]
  }[]
}

const root = join(import.meta.dirname, '..')
const command = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
const config = join(root, '.dependency-cruiser.mjs')

function cruise(folder: string, ...folders: string[]): Cruise {
  const run = [command, '--config', config, '--output-type', 'json', ...folders]
  const { stdout, stderr } = spawnSync(process.execPath, run, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 })
  expect(stderr).toBe('')
  return JSON.parse(stdout) as Cruise
}

const folders = layers.flat().filter((path): path is string => path !== undefined)
const OUTSIDE = ['@prisma/client', 'better-sqlite3', '@trpc/server', 'recharts']

let folder: string
let result: Cruise

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wayproof-arrows-'))
  write('tsconfig.base.json', '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler" } }')
  for (const name of OUTSIDE) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, type: 'module', exports: './index.js' }))
    write(`node_modules/${name}/index.js`, 'export const taken = 1\n')
  }
  mkdirSync(join(folder, 'node_modules/@wayproof'), { recursive: true })
  for (const path of folders.filter((each) => each.startsWith('packages/'))) {
    const name = path.replace('packages/', '')
    const exports = { './*': './src/*.ts' }
    write(`${path}/package.json`, JSON.stringify({ name: `@wayproof/${name}`, type: 'module', exports }))
    write(`${path}/src/taken.ts`, 'export const taken = 1\n')
    symlinkSync(join(folder, path), join(folder, 'node_modules/@wayproof', name))
  }
  write('packages/kernel/src/system.ts', 'export const taken = 1\n')
  for (const path of folders.filter((each) => each.startsWith('apps/')))
    write(`${path}/src/main.ts`, 'export const taken = 1\n')
  for (const { path, text, otherFiles = {} } of [...FORBIDDEN, ...LEGAL]) {
    write(path, text)
    for (const [otherPath, otherText] of Object.entries(otherFiles)) write(otherPath, otherText)
  }
  result = cruise(folder, 'apps', 'packages')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const brokenBy = (path: string): string[] => [
  ...new Set(result.summary.violations.filter(({ from }) => from === path).map(({ rule }) => rule.name)),
]

describe('a forbidden import is reported', () => {
  test.each(FORBIDDEN)('$rule: $title', ({ path, rule }) => {
    expect(brokenBy(path)).toEqual([rule])
  })

  test('every import rule is broken by at least one case', () => {
    expect(new Set(FORBIDDEN.map(({ rule }) => rule))).toEqual(new Set(rules.forbidden.map(({ name }) => name)))
  })

  test('the command exits with a fault', () => {
    const run = [command, '--config', config, 'apps', 'packages']
    expect(spawnSync(process.execPath, run, { cwd: folder }).status).toBeGreaterThan(0)
  })
})

test.each(LEGAL)('a legal import passes: $title', ({ path }) => {
  expect(result.modules.find(({ source }) => source === path)?.dependencies).toHaveLength(1)
  expect(brokenBy(path)).toEqual([])
})

test('an import by package name resolves to its source, so the rules apply to it', () => {
  const kernel = cruise(root, 'packages/messages/src/date-format.ts').modules.map(({ source }) => source)
  expect(kernel).toContain('packages/kernel/src/calendar/calendar-date.ts')
})
