import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCommand } from '@wayproof/command-line/testing/run-command'
import { describe, expect, test } from 'vitest'

const shared = fileURLToPath(new URL('../../../../shared', import.meta.url))
const isThere = existsSync(shared)
if (!isThere) console.info('replay of real data not run: ../shared is not beside the repository')

interface Figures {
  roster: {
    quarter: string
    activeAtEnd: number
    inScopeTenure30: number
    joinedInQuarter: number
    leftInQuarter: number
  }[]
  incidents: { year: number; confirmedDisclosure: number; customerData: number }[]
  satisfaction: Record<string, number>[]
  goals: ({ goal: string; period: string } & Record<string, unknown>)[]
  change: { from: number; to: number; unweighted: Change; weighted: Change }[]
}

interface Change {
  before: number
  after: number
  difference: number
  p: number
  interval: { lower: number; upper: number }
  detectable: { rise: number; fall: number }
}

const table = (name: string) => JSON.parse(readFileSync(resolve(shared, 'golden', name), 'utf8'))

/** The golden table's values for `fn` with this input; undefined if it has none. */
const golden = (fn: string, input: Readonly<Record<string, unknown>>): Record<string, number> | undefined =>
  table('statistics.json').cases.find(
    (goldenCase: { fn: string; input: Record<string, unknown> }) =>
      goldenCase.fn === fn && Object.entries(input).every(([key, value]) => goldenCase.input[key] === value),
  )?.expected

/** The same leaks, by count and per incident collected, from the golden table. */
function compareGoals(goals: Figures['goals']): void {
  const goal = goals.find(({ goal, period }) => goal === 'incident-reduction' && period === '2014')
  expect(goal).toMatchObject({
    baselineYear: 2013,
    baselineCount: 10,
    currentCount: 11,
    cap: 5,
    verdict: 'missed',
    status: 'red',
    reason: 'above-cap',
    evidence: 'compatible',
    demonstrated: false,
    value: -0.1,
    confirmedDisclosures: { baseline: 19, current: 13 },
  })
  const count = golden('poissonRateRatio', { baselineYear: 2013, currentYear: 2014, basis: 'count' })!
  const rate = golden('poissonRateRatio', { baselineYear: 2013, currentYear: 2014, basis: 'rate' })!
  const { confirmedDisclosures, perCollected } = goal as unknown as Record<string, { reduction: number }>
  expect(confirmedDisclosures!.reduction).toBeCloseTo(count.reduction!, 10)
  expect(perCollected!.reduction).toBeCloseTo(rate.reduction!, 10)
  const wave = goals.find(({ goal }) => goal === 'customer-satisfaction')
  expect(wave).toMatchObject({ period: '2016', verdict: 'missed', status: 'red', reason: 'below-target', n: 2919 })
}

/** Counted again from the file with textbook formulas. */
function compareChange([change]: Figures['change']): void {
  expect(change).toMatchObject({ from: 2015, to: 2016 })
  const { unweighted, weighted } = change!
  const after = golden('surveyWave', { year: 2016 })!
  expect(unweighted.after).toBeCloseTo(after.unweighted!, 10)
  expect(weighted.after).toBeCloseTo(after.weighted!, 10)
  const previousWave = independentWave(2015)
  expect(unweighted.before).toBeCloseTo(previousWave.share, 10)
  expect(weighted.before).toBeCloseTo(previousWave.weighted, 10)
  const difference = after.weighted! - previousWave.weighted
  const error = Math.hypot(after.weightedSe!, previousWave.se)
  expect(weighted.difference).toBeCloseTo(difference, 10)
  expect(weighted.interval.lower).toBeCloseTo(difference - 1.959963984540054 * error, 10)
  expect(weighted.interval.upper).toBeCloseTo(difference + 1.959963984540054 * error, 10)
  // Neither shows a change: with 2,800 answers a wave, three points would have been significant.
  for (const { p, interval, detectable } of [unweighted, weighted]) {
    expect(p).toBeGreaterThan(0.05)
    expect(interval.lower).toBeLessThan(0)
    expect(interval.upper).toBeGreaterThan(0)
    expect(detectable.rise).toBeGreaterThan(0.02)
    expect(detectable.rise).toBeLessThan(0.04)
  }
}

function independentWave(year: number) {
  const [head, ...lines] = readFileSync(resolve(shared, 'data/sfo-airport-2010-2016.csv'), 'utf8').trim().split('\n')
  const names = head!.trim().split(',')
  const rows = lines.map((line) =>
    Object.fromEntries(
      line
        .trim()
        .split(',')
        .map((cell, i) => [names[i], cell]),
    ),
  )
  const valid = rows.filter((row) => row.year === `${year}` && row.overall !== '')
  const sum = (rowValue: (row: Record<string, string>) => number) =>
    valid.reduce((total, row) => total + rowValue(row), 0)
  const top = (row: Record<string, string>) => (Number(row.overall) >= 4 ? 1 : 0)
  const totalWeight = sum((row) => Number(row.weight))
  const weightedShare = sum((row) => Number(row.weight) * top(row)) / totalWeight
  const square = sum((row) => ((Number(row.weight) / totalWeight) * (top(row) - weightedShare)) ** 2)
  const n = valid.length
  return { share: sum(top) / n, weighted: weightedShare, se: Math.sqrt((square * n) / (n - 1)) }
}

describe.runIf(isThere)('on the real files', () => {
  test('the replay of 2016 gives the golden roster, incidents and survey', async () => {
    const run = await runCommand('replay', [resolve(shared, 'data'), '--year', '2016', '--json'])
    expect(run.stderr).toContain('Mail server: 3087 recipients of 3087 invited. ')
    expect(run.code).toBe(0)
    const figures = JSON.parse(run.stdout.trim().split('\n').at(-1)!) as Figures
    for (const { quarter, activeAtEnd, inScopeTenure30, joinedInQuarter, leftInQuarter } of table(
      'roster-quarters.json',
    ).quarters)
      expect(figures.roster.find((row) => row.quarter === quarter)).toEqual({
        quarter,
        activeAtEnd,
        inScopeTenure30,
        joinedInQuarter,
        leftInQuarter,
      })
    const years = readFileSync(resolve(shared, 'data/vcdb-travel-by-year.csv'), 'utf8').trim().split('\n').slice(1)
    expect(figures.incidents).toEqual(
      years.map((line) => {
        const [year, , confirmedDisclosure, , customerData] = line.split(',').map(Number)
        return { year, confirmedDisclosure, customerData }
      }),
    )
    const goldenWave = golden('surveyWave', { year: 2016 })!
    const [wave] = figures.satisfaction
    expect(wave).toMatchObject({
      year: 2016,
      n: goldenWave.n,
      top2: goldenWave.top2,
      notApplicable: goldenWave.notApplicable,
    })
    expect(wave!.answered).toBe(wave!.n! + wave!.notApplicable!)
    expect(wave!.share).toBeCloseTo(goldenWave.unweighted!, 10)
    expect(wave!.wilsonLower).toBeCloseTo(goldenWave.wilsonLower!, 10)
    expect(wave!.wilsonUpper).toBeCloseTo(goldenWave.wilsonUpper!, 10)
    compareGoals(figures.goals)
    compareChange(figures.change)
  })

  test('with a mail server that refuses, the replay fails and no one answers', async () => {
    const run = await runCommand('replay', [resolve(shared, 'data'), '--year', '2016', '--json'], {
      SMTP_URL: 'smtp://127.0.0.1:9',
    })
    expect(run.code).toBe(1)
    expect(run.stdout).toBe('')
    expect(run.stderr).toContain('No one answered')
  })
})

test('a folder without the files is refused with their names', async () => {
  const run = await runCommand('replay', [fileURLToPath(new URL('.', import.meta.url))])
  expect(run.code).toBe(2)
  expect(run.stderr).toContain('staff-roster.txt, vcdb-travel.csv, sfo-airport-*.csv')
})
