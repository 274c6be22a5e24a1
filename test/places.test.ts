import { describe, expect, test } from 'vitest'
import { findPlaceFaults } from '../scripts/places/find-place-faults.ts'

const rulesBroken = (path: string, text: string): string[] => findPlaceFaults([{ path, text }]).map(({ rule }) => rule)

const CORE = 'packages/scorecard/src/verdict.ts'
const USE_CASE = 'packages/survey/src/waves/close-wave.ts'
const ROUTER = 'apps/reporting/src/server/survey/wave-router.ts'
const lines = (count: number): string => 'export const a = 1\n'.repeat(count)
const procedure = (count: number): string =>
  `export const r = router({\n  one: p\n${'    .use(a)\n'.repeat(count - 1)}})\n`
const manifest = (fields: object): string => JSON.stringify(fields)

describe('a misplaced construct is reported', () => {
  test.each([
    ['the time', CORE, 'const at = new Date()', ['clock']],
    ['the time of a use case', USE_CASE, 'const at = Date.now()', ['clock']],
    ['the time as text', CORE, 'const at = Date()', ['clock']],
    ['a stopwatch', 'packages/letters/src/outbox/outbox-rows.ts', 'const at = performance.now()', ['clock']],
    ['a stopwatch by import', CORE, "import { performance } from 'node:perf_hooks'", ['clock']],
    ['the time in a page', 'apps/reporting/src/web/waves/page.tsx', 'const today = Date.now()', ['clock']],
    ['chance', CORE, 'const x = Math.random()', ['random']],
    ['a random id', 'packages/accounts/src/accounts/people-store.ts', 'const id = crypto.randomUUID()', ['random']],
    ['a random id by import', CORE, "import { randomUUID } from 'node:crypto'", ['random']],
    ['a random id under another name', CORE, "import { randomUUID as id } from 'node:crypto'", ['random']],
    ['randomness in the sample company', 'packages/sample-company/src/staff.ts', 'const x = Math.random()', ['random']],
    ['the environment', 'apps/survey/src/main.ts', 'const port = process.env.SURVEY_PORT', ['env']],
    ['the environment by import', CORE, "import { env } from 'node:process'", ['env']],
    ['a timer', 'packages/letters/src/outbox/outbox-rows.ts', 'setTimeout(() => undefined, 1)', ['timer']],
    ['a timer by import', CORE, "import { setTimeout as wait } from 'node:timers/promises'", ['timer']],
    ['a verdict read as a claim', ROUTER, 'const sure = verdict.demonstrated === false', ['claim']],
    ['a verdict taken apart', ROUTER, 'const { demonstrated: sure } = verdict', ['claim']],
    ['a p-value held against a level', ROUTER, 'const sure = change.p < 0.05', ['claim']],
    ['an interval held against a target', ROUTER, 'const sure = interval.lower >= target', ['claim']],
    ['a mocked module', 'packages/survey/src/answers/answer.test.ts', "vi.mock('./wave.ts')", ['mock']],
    ['a bare form', 'apps/reporting/src/web/waves/page.tsx', 'export const a = <form />', ['bare-form']],
    ['a sentence', 'apps/survey/src/http/page.tsx', 'export const Page = () => <p>谢谢</p>', ['sentence']],
    ['a sentence in a template', CORE, `const says = (n: number) => \`\${n} 人\``, ['sentence']],
    ['postponed work', CORE, `// ${'TODO'}: the rest`, ['put-off']],
    ['a catch-all file', 'packages/kernel/src/utils.ts', '', ['bag']],
    ['a catch-all folder', 'packages/letters/src/shared/link.ts', '', ['bag']],
    ['a sixth folder level', 'apps/reporting/src/web/charts/axis/tick.ts', '', ['depth']],
    ['a long file', CORE, lines(301), ['long-file']],
    ['a long procedure', ROUTER, procedure(11), ['long-procedure']],
    [
      'a lowest package that depends on a framework',
      'packages/kernel/package.json',
      manifest({ dependencies: { hono: 'catalog:' } }),
      ['core-dependency'],
    ],
    [
      'a version outside the catalog',
      'apps/survey/package.json',
      manifest({ devDependencies: { hono: '4.13.19' } }),
      ['version'],
    ],
  ])('%s', (_, path, text, rules) => {
    expect(rulesBroken(path, text)).toEqual(rules)
  })
})

describe('the same construct in its proper place is accepted', () => {
  test.each([
    ['a moment converted to a date', CORE, 'const date = new Date(at)'],
    ['the name in a comment or a string', CORE, "// Date.now() is not read here\nconst text = 'process.env'"],
    ['a method of the same name', CORE, 'const at = clock.now()\nqueue.setTimeout(5)'],
    ['the system module', 'packages/kernel/src/system.ts', "import { randomUUID } from 'node:crypto'\nDate.now()"],
    ['the settings module', 'apps/survey/src/config.ts', 'const from = process.env'],
    ["an app's start-up file", 'apps/scheduler/src/main.ts', 'setInterval(() => undefined, 1000)'],
    ['a stopwatch in a test', 'packages/letters/src/outbox/outbox.test.ts', 'performance.now()'],
    ['yielding in the store', 'packages/letters/src/outbox/outbox-rows.ts', 'setImmediate(() => undefined)'],
    ['hashes are not random', CORE, "import { createHash } from 'node:crypto'"],
    ['a sentence in the messages', 'packages/messages/src/zh-CN/scorecard/goals.ts', "export const a = '谢谢'"],
    ['the form component', 'apps/reporting/src/web/forms/checked-form.tsx', 'export const a = <form noValidate />'],
    ['a form of the survey', 'apps/survey/src/http/page.tsx', 'export const a = <form />'],
    ['a long list of sentences', 'packages/messages/src/zh-CN/scorecard/goals.ts', lines(400)],
    ['a file of 300 lines', CORE, lines(300)],
    ['a procedure of ten lines', ROUTER, procedure(10)],
    ['schemas in statistics', 'packages/statistics/package.json', manifest({ dependencies: { zod: 'catalog:' } })],
  ])('%s', (_, path, text) => {
    expect(rulesBroken(path, text)).toEqual([])
  })
})

test('a page loads only pure files, through any number of others', () => {
  const page = {
    path: 'apps/reporting/src/web/waves/page.tsx',
    text: "import { state } from '@wayproof/survey/waves/wave'",
  }
  const wave = { path: 'packages/survey/src/waves/wave.ts', text: "import { rows } from './waves.ts'" }
  const typeOnly = { ...wave, text: "import type { Rows } from './waves.ts'" }
  const rows = {
    path: 'packages/survey/src/waves/waves.ts',
    text: "import { query } from '@wayproof/database/query/query'",
  }
  expect(findPlaceFaults([page, wave, rows]).map(({ path, rule }) => [path, rule])).toEqual([
    [page.path, 'server-code'],
  ])
  expect(findPlaceFaults([page, typeOnly, rows])).toEqual([])
  expect(findPlaceFaults([{ ...page, text: "import { join } from 'node:path'" }])).toHaveLength(1)
})
