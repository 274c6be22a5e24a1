import { runCommand } from '@wayproof/command-line/testing/run-command'
import { expect, it } from 'vitest'
import { LINES } from './all/bench-all.ts'
import { readBenchCommand } from './bench-command.ts'

// Each benchmark runs to its end and prints its result; the speed of this machine is not asserted.

const FIGURES = [
  'perSecond',
  'limitPerSecond',
  'ratioToLimit',
  'p50Milliseconds',
  'p99Milliseconds',
  'cpuMicroseconds',
  'peakMegabytes',
  // The server counts its writes.
  'commitsPerOperation',
  'walSyncsPerOperation',
]

const ON_SERVER = ['--engine', 'postgresql']

/** English in a locale that every machine has: the package that starts the server warns of others. */
const ENVIRONMENT = { LC_ALL: 'C' }

// `bench all` runs the others of the survey, and the scorecard, on SQLite.
it('bench cycle on a server prints its figures as one line of JSON', async () => {
  const little = ['--runs', '1', '--seconds', '1', '--size', '200']
  const result = await runCommand('bench', ['cycle', ...ON_SERVER, ...little, '--json'], ENVIRONMENT)
  expect(result.stderr).toBe('')
  expect(result.code).toBe(0)
  const figures = JSON.parse(result.stdout.trimEnd().split('\n').at(-1) ?? '')
  expect(Object.keys(figures)).toEqual(['name', ...FIGURES])
  expect(figures.name).toBe('cycle')
  for (const figure of FIGURES) expect(figures[figure], figure).toEqual(expect.any(Number))
  expect(figures.ratioToLimit).toBeGreaterThan(0)
})

const RUN = { milliseconds: expect.any(Number), peakMegabytes: expect.any(Number) }

it('bench pdf reports the time of a page', async () => {
  const result = await runCommand('bench', ['pdf', '--runs', '1', '--json'])
  expect([result.stderr, result.code]).toEqual(['', 0])
  const figures = JSON.parse(result.stdout.trimEnd().split('\n').at(-1) ?? '')
  const [pages, millisecondsPerPage, firstMilliseconds, peakMegabytes] = Array<unknown>(4).fill(expect.any(Number))
  expect(figures).toEqual({ name: 'pdf', pages, millisecondsPerPage, firstMilliseconds, peakMegabytes })
  expect(figures.pages).toBeGreaterThan(0)
})

it('bench dashboard reports the time of a scorecard over HTTP, and weight and paint of the first screen', async () => {
  const little = ['--answers', '500', '--runs', '1']
  const result = await runCommand('bench', ['dashboard', ...little, '--json'], ENVIRONMENT)
  expect([result.stderr, result.code]).toEqual(['', 0])
  const figures = JSON.parse(result.stdout.trimEnd().split('\n').at(-1) ?? '')
  const [p50Milliseconds, p99Milliseconds, cpuMilliseconds, bytes] = Array<unknown>(4).fill(expect.any(Number))
  const measured = { p50Milliseconds, p99Milliseconds, cpuMilliseconds, homeCpuMilliseconds: expect.any(Number) }
  const firstScreen = { requests: expect.any(Number), bytes }
  const paint = { paintMilliseconds: expect.any(Number), figuresMilliseconds: expect.any(Number) }
  const firstPaint = { loopback: paint, slowLine: paint }
  expect(figures).toEqual({ name: 'dashboard', answers: 500, ...measured, firstScreen, firstPaint })
  expect(figures.firstScreen.requests).toBeGreaterThanOrEqual(3)
})

it('bench summary reports letter and PDF of an edition, and the time for all of its readers', async () => {
  const result = await runCommand('bench', ['summary', '--size', '20', '--runs', '1', '--json'], ENVIRONMENT)
  expect([result.stderr, result.code]).toEqual(['', 0])
  const figures = JSON.parse(result.stdout.trimEnd().split('\n').at(-1) ?? '')
  const [letterMilliseconds, millisecondsPerPage, letterBytes, bytes, readersSeconds] = Array<unknown>(5).fill(
    expect.any(Number),
  )
  const measured = { letterMilliseconds, millisecondsPerPage, letterBytes, pdfBytes: { 'zh-CN': bytes, en: bytes } }
  expect(figures).toEqual({ name: 'summary', pages: 2, ...measured, readers: 20, readersSeconds })
})

it('bench export reports the time of a register and the growth of memory', async () => {
  const little = ['--answers', '2000', '--runs', '1']
  const result = await runCommand('bench', ['export', ...ON_SERVER, ...little, '--json'], ENVIRONMENT)
  expect([result.stderr, result.code]).toEqual(['', 0])
  const figures = JSON.parse(result.stdout.trimEnd().split('\n').at(-1) ?? '')
  const [bytes, seconds, firstSeconds, growthMegabytes, liveMegabytes] = Array<unknown>(5).fill(expect.any(Number))
  const measured = { bytes, seconds, firstSeconds, growthMegabytes, liveMegabytes }
  expect(figures).toEqual({ name: 'export', rows: 2000, ...measured })
})

it('bench registers reports the time of each step in a long list', async () => {
  const little = ['--answers', '2000', '--runs', '1']
  const result = await runCommand('bench', ['registers', ...ON_SERVER, ...little, '--json'], ENVIRONMENT)
  expect([result.stderr, result.code]).toEqual(['', 0])
  const figures = JSON.parse(result.stdout.trimEnd().split('\n').at(-1) ?? '')
  const [first, search, sort, filter, last, slowestMilliseconds] = Array<unknown>(6).fill(expect.any(Number))
  const milliseconds = { first, search, sort, filter, last }
  expect(figures).toEqual({ name: 'registers', rows: 2000, milliseconds, slowestMilliseconds })
  expect(figures.milliseconds.first).toBeGreaterThan(0)
})

it('bench start reports the time to the first page and the idle memory of the survey app', async () => {
  const result = await runCommand('bench', ['start', ...ON_SERVER, '--runs', '1', '--json'], ENVIRONMENT)
  expect([result.stderr, result.code]).toEqual(['', 0])
  const figures = JSON.parse(result.stdout.trimEnd().split('\n').at(-1) ?? '')
  const [listenMilliseconds, firstPageMilliseconds, idleMegabytes] = Array<unknown>(3).fill(expect.any(Number))
  expect(figures).toEqual({ name: 'start', listenMilliseconds, firstPageMilliseconds, idleMegabytes })
  expect(figures.firstPageMilliseconds).toBeGreaterThan(figures.listenMilliseconds)
})

it('bench move reports time and memory of both moves, with equal digests', async () => {
  const result = await runCommand('bench', ['move', '--answers', '2000', '--json'], ENVIRONMENT)
  expect([result.stderr, result.code]).toEqual(['', 0])
  const figures = JSON.parse(result.stdout.trimEnd().split('\n').at(-1) ?? '')
  const run = { seconds: expect.any(Number), peakMegabytes: expect.any(Number) }
  const rows = expect.any(Number)
  expect(figures).toEqual({ name: 'move', answers: 2000, rows, there: run, back: run, digestsEqual: true })
  expect(figures.rows).toBeGreaterThan(2000)
})

it('bench mixed sends requests to all apps without an error, and reports the memory of each', async () => {
  const little = ['--seconds', '5', '--rate', '20']
  const result = await runCommand('bench', ['mixed', ...little, '--json'], ENVIRONMENT)
  const figures = JSON.parse(result.stdout.trimEnd().split('\n').at(-1) ?? '')
  expect(figures).toMatchObject({ name: 'mixed', requests: 100, errors: 0, firstErrors: [] })
  const memory = { startMegabytes: expect.any(Number), endMegabytes: expect.any(Number) }
  const measured = { ...memory, megabytesAnHour: expect.any(Number) }
  expect(figures.memory).toEqual({ survey: measured, reporting: measured, scheduler: measured })
  expect(result.code).toBe(0)
})

it('bench all runs every benchmark of the table, and its exit code says whether all targets are met', async () => {
  const little = ['--runs', '1', '--seconds', '1', '--size', '200', '--answers', '500,1000']
  const result = await runCommand('bench', ['all', '--json', ...little])
  const { lines, scorecard, faults } = JSON.parse(result.stdout.trimEnd().split('\n').at(-1) ?? '')
  expect(lines.map(({ name }: { name: string }) => name)).toEqual(LINES.map(({ name }) => name))
  expect(scorecard).toMatchObject({ runs: [RUN, RUN], rebuildSeconds: expect.any(Number) })
  expect(result.code).toBe(faults.length === 0 ? 0 : 1)
})

it.each([
  [['all', '--write']],
  [['send', '--signed']],
  [['mixed', '--seconds', '1', '--rate', '1', '--engine', 'postgresql']],
])('bench %j is read', (args) => {
  expect(readBenchCommand(args)).toMatchObject({ json: false })
})

it.each([
  [[]],
  [['nothing']],
  [['open', 'cycle']],
  [['open', '--runs', '0']],
  [['open', '--signed']],
  [['scorecard', '--answers', '5,5']],
  [['open', '--answers', '5']],
  [['send', '--fast']],
  [['open', '--write']],
  [['all', '--signed']],
])('bench %j prints the usage', (args) => {
  expect(() => readBenchCommand(args)).toThrow('npx -y pnpm@12 bench open|submit|cycle|send|import')
})

it.each([
  [['cycle', '--engine', 'mysql'], 'Unknown engine: mysql. Choose one of: sqlite, postgresql'],
  [['pdf', '--engine', 'postgresql'], 'bench pdf has no option --engine.'],
  [['move', '--engine', 'postgresql'], 'bench move has no option --engine.'],
  [['all', '--engine', 'postgresql'], 'bench all has no option --engine.'],
])('bench %j is refused with a reason', (args, reason) => {
  expect(() => readBenchCommand(args)).toThrow(reason)
})

it('a wrong command line prints the usage and ends with the exit code for it', async () => {
  const result = await runCommand('bench', ['nothing'])
  expect([result.code, result.stdout]).toEqual([2, ''])
  expect(result.stderr).toContain('npx -y pnpm@12 bench open|submit|cycle|send|import')
})
