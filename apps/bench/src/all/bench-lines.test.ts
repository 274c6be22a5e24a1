import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { documentedFigures, figuresTable, LINES, lineFault, scorecardFault, withTable } from './bench-all.ts'

const page = readFileSync(fileURLToPath(new URL('../../../../docs/benchmarks.md', import.meta.url)), 'utf8')

const figures = {
  name: 'any',
  perSecond: 12_345,
  limitPerSecond: 20_000,
  ratioToLimit: 0.62,
  p50Milliseconds: 1,
  p99Milliseconds: 2.5,
  cpuMicroseconds: 26,
  peakMegabytes: 151,
}
const scorecard = {
  runs: [{ answers: 1000, milliseconds: 0.45, firstMilliseconds: 168, peakMegabytes: 206 }],
  rebuildSeconds: 6.7,
}

test('the page has a documented figure for each benchmark', () => {
  expect([...documentedFigures(page).keys()]).toEqual(LINES.map(({ name }) => name))
})

test('written tables replace the old ones and can be read back', () => {
  const lines = LINES.map((line) => ({ line, figures }))
  const updatedPage = withTable(page, figuresTable(lines, scorecard, '0123abcd'))
  expect(documentedFigures(updatedPage)).toEqual(new Map(LINES.map(({ name }) => [name, 12_345])))
  expect(withTable(updatedPage, figuresTable(lines, scorecard, '0123abcd'))).toBe(updatedPage)
  expect(updatedPage.split('Measured at commit')).toHaveLength(2)
  const written = figuresTable(lines, { ...scorecard, rebuildSeconds: 9.673 }, '0123abcd').split('\n')
  expect(written.filter((line) => line.startsWith('| open '))).toEqual([
    '| open   | 12,345     | 20,000           | 0.62  | 2.5    | 26     | 151     | 25,000 | no      |',
  ])
  expect(written).toContain('Recounting the largest wave took 9.7 s.')
})

test.each([
  [25_000, 25_000, null, null],
  [24_999, 25_000, null, 'below-target'],
  [24_999, 25_000, 30_000, 'below-target'],
  [25_000, 25_000, 37_600, 'slower-than-documented'],
  [25_000, 25_000, 37_400, null],
  [1, null, 1.4, null],
  [1, null, 1.6, 'slower-than-documented'],
] as const)('%d a second with target %j and %j documented: %j', (rate, target, documentedRate, fault) => {
  expect(lineFault(rate, target, documentedRate)).toBe(fault)
})

test.each([
  [[0.5, 0.6, 0.6], null],
  [[0.5, 0.61, 0.5], 'too-slow'],
  [[0.4, 0.5, 0.52], null],
  [[0.4, 0.5, 0.53], 'grows-with-answers'],
] as const)('scorecards of %j ms: %j', (milliseconds, fault) => {
  expect(scorecardFault(milliseconds)).toBe(fault)
})
