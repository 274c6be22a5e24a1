import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { findPlaceFaults } from './places/find-place-faults.ts'
import { isSource, isTest } from './places/place.ts'

// Checks the rules of the source tree that the linter and the import rules cannot express. Run by `pnpm check`; exits
// with 1 on any fault.

const root = join(import.meta.dirname, '..')
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'generated', '.turbo', 'data'])

const files = ['apps', 'packages', 'scripts', 'test']
  .flatMap((top) =>
    globSync(`${top}/**/*.{ts,tsx,mjs,json}`, { cwd: root, exclude: (name) => SKIPPED_FOLDERS.has(name) }),
  )
  .map((path) => path.split(sep).join('/'))
  .filter((path) => isSource(path) || path.endsWith('/package.json'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

const sources = files.filter(({ path }) => isSource(path))
const tests = sources.filter(({ path }) => isTest(path)).length

const lines = findPlaceFaults(files).map(({ path, line, rule, message }) => `${path}:${line} ${rule}: ${message}`)

for (const line of lines) process.stderr.write(`${line}\n`)
process.stdout.write(`places: ${sources.length - tests} files, ${tests} test files, ${lines.length} faults\n`)
process.exitCode = lines.length === 0 ? 0 : 1
