import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { runCommand } from './run-command.ts'

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
}

const table = (name: string) => JSON.parse(readFileSync(resolve(shared, 'golden', name), 'utf8'))

describe.runIf(isThere)('on the real files', () => {
  test('the replay of 2016 gives the golden roster, incidents and survey', async () => {
    const ended = await runCommand('replay', [resolve(shared, 'data'), '--year', '2016', '--json'])
    expect(ended.stderr).toContain('Mail server: 3087 recipients of 3087 invited. ')
    expect(ended.code).toBe(0)
    const figures = JSON.parse(ended.stdout.trim().split('\n').at(-1)!) as Figures
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
    const { expected } = table('statistics.json').cases.find(
      (one: { fn: string; input: { year: number } }) => one.fn === 'surveyWave' && one.input.year === 2016,
    )
    const [wave] = figures.satisfaction
    expect(wave).toMatchObject({
      year: 2016,
      n: expected.n,
      top2: expected.top2,
      notApplicable: expected.notApplicable,
    })
    expect(wave!.answered).toBe(wave!.n! + wave!.notApplicable!)
    expect(wave!.share).toBeCloseTo(expected.unweighted, 10)
    expect(wave!.wilsonLower).toBeCloseTo(expected.wilsonLower, 10)
    expect(wave!.wilsonUpper).toBeCloseTo(expected.wilsonUpper, 10)
  })

  test('with a mail server that refuses, it fails and nobody answers', async () => {
    const ended = await runCommand('replay', [resolve(shared, 'data'), '--year', '2016', '--json'], {
      SMTP_URL: 'smtp://127.0.0.1:9',
    })
    expect(ended.code).toBe(1)
    expect(ended.stdout).toBe('')
    expect(ended.stderr).toContain('Nothing was answered')
  })
})

test('a folder without the files is refused by their names', async () => {
  const ended = await runCommand('replay', [fileURLToPath(new URL('.', import.meta.url))])
  expect(ended.code).toBe(2)
  expect(ended.stderr).toContain('staff-roster.txt, vcdb-travel.csv, sfo-airport-*.csv')
})
