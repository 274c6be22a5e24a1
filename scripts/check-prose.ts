import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { findProseFaults } from './prose/find-prose-faults.ts'

// Checks the prose of comments, titles of tests and pages: openings that hide the subject, private words, and paths and
// links that lead nowhere. Run by `pnpm check`; exits with 1 on any fault. cspell checks the spelling.

const root = join(import.meta.dirname, '..')
const SKIPPED_FOLDERS = new Set(['node_modules', 'dist', 'generated', '.turbo', 'data'])

const files = ['*.md', 'docs/**/*.md', '{apps,packages,scripts,test}/**/*.{ts,tsx,mjs}']
  .flatMap((pattern) => globSync(pattern, { cwd: root, exclude: (name) => SKIPPED_FOLDERS.has(name) }))
  .map((path) => path.split(sep).join('/'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

const exists = (path: string): boolean =>
  path.includes('*') ? globSync(path, { cwd: root }).length > 0 : existsSync(join(root, path))

const faults = findProseFaults(files, exists)
for (const { path, line, rule, message } of faults) process.stderr.write(`${path}:${line} ${rule}: ${message}\n`)
process.stdout.write(`prose: ${files.length} files, ${faults.length} faults\n`)
process.exitCode = faults.length === 0 ? 0 : 1
