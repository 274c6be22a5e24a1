import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findProseFaults } from '../scripts/prose/find-prose-faults.ts'

const exists = (path: string): boolean => ['apps/survey', 'docs/privacy.md', 'docs/README.md'].includes(path)

const faultsOf = (path: string, text: string): string[] =>
  findProseFaults([{ path, text }], exists).map(({ line, rule }) => `${line} ${rule}`)

describe('a sentence that hides its subject is reported with its line', () => {
  test.each([
    ['in a comment of one line', 'a.ts', '// What a letter holds.', '1 opening'],
    ['in a block', 'a.ts', '/**\n * A letter.\n * Those of a wave wait.\n */', '3 opening'],
    ['after another sentence', 'a.ts', '// A letter waits. Whoever reads it answers.', '1 opening'],
    ['on the line on which it begins', 'a.ts', '// A letter waits\n// long. That of a wave waits longer.', '2 opening'],
    ['after code', 'a.ts', `const a = 1 ${'//'} Of a wave.`, '1 opening'],
    ['in a paragraph of a page', 'docs/a.md', '# Title\n\nWho answers is hidden.', '3 opening'],
    ['in an item of a page', 'docs/a.md', '- First.\n- What waits is sent.', '2 opening'],
    ['in the title of a test', 'a.test.ts', "  it('what waits is sent', () => {})", '1 opening'],
    ['in the title of a table of tests', 'a.test.ts', "])('%s is sent meanwhile', () => {})", '1 private-word'],
    ['in a cell of a table', 'docs/a.md', '| name | What it does |', '1 opening'],
  ])('%s', (_, path, text, fault) => {
    expect(faultsOf(path, text)).toContain(fault)
  })

  test.each([
    ['a question', 'a.ts', '// What does a letter hold?'],
    ['a heading', 'docs/a.md', '## What is stored'],
    ['code in a page', 'docs/a.md', '```\nWhat a letter holds.\n```'],
    ['text of the program', 'a.ts', "const a = 'What a letter holds.'"],
    ['an address', 'a.ts', "const a = 'https://example.org/Who'"],
    ['a word inside a sentence', 'a.ts', '// A letter says what it holds: that, and no more.'],
  ])('%s is not', (_, path, text) => {
    expect(faultsOf(path, text)).toEqual([])
  })
})

describe('a private word is reported', () => {
  test.each([
    'A lane sends letters.',
    'The rule bites.',
    'The worker crashed with a letter in its hands.',
    'The row is set aside.',
    'A missed run is made up for.',
    'The process died of it.',
    'Others wait meanwhile.',
    'The file is written anew.',
    'A wave pauses by itself.',
    'A link opens for whoever has it.',
    'The giver of an answer.',
    'The house starts.',
    'It waits a quarter of an hour.',
  ])('%s', (sentence) => {
    expect(faultsOf('docs/a.md', sentence)).toEqual(['1 private-word'])
    expect(faultsOf('a.ts', `// ${sentence}`)).toEqual(['1 private-word'])
  })

  test('a name of the code or an address that holds one is not', () => {
    expect(faultsOf('docs/a.md', 'See `anew` and [013](decisions/013-a-wave-pauses-by-itself.md).')).toEqual([
      '1 dead-link',
    ])
  })
})

describe('a path or a link that leads nowhere is reported', () => {
  test.each([
    ['a folder that moved', '`apps/questionnaire` holds pages.', ['1 dead-path']],
    ['a folder that exists', '`apps/survey` holds pages.', []],
    ['a name that is no path', '`/check-seal` and `survey/links` are names.', []],
    ['a page that is gone', 'See [privacy](secrets.md).', ['1 dead-link']],
    ['a page that exists', 'See [privacy](privacy.md).', []],
    ['another site', 'See [R](https://www.r-project.org).', []],
    ['a heading that is gone', '# Start here\n\nSee [start](#start).', ['3 dead-link']],
    ['a heading that exists', '# Start here\n\nSee [start](README.md#start-here).', []],
  ])('%s', (_, text, faults) => {
    expect(faultsOf('docs/README.md', text)).toEqual(faults)
  })
})

test('the spelling of pages and comments is American; names and texts of the program are not read', () => {
  const root = join(import.meta.dirname, '..')
  const folder = mkdtempSync(join(tmpdir(), 'spelling-'))
  writeFileSync(join(folder, 'page.md'), 'The color of a programme is an organisation, a behavoir and `colour`.\n')
  const [line, block] = ['//', '/*']
  const code = [
    `${line} The licence.`,
    `const colour = 'programme' ${line} A neighbour.`,
    `${block} A labelled row. */`,
  ]
  writeFileSync(join(folder, 'page.ts'), code.join('\n'))
  const options = [
    '--no-progress',
    '--no-cache',
    '--words-only',
    '--root',
    folder,
    '--config',
    join(root, 'cspell.json'),
  ]
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/cspell/bin.mjs'), 'lint', ...options, 'page.md', 'page.ts'],
    { cwd: folder, encoding: 'utf8' },
  )
  rmSync(folder, { recursive: true })
  const words = ['programme', 'organisation', 'behavoir', 'licence', 'neighbour', 'labelled']
  expect(stdout.trim().split('\n')).toEqual(words)
})
