import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { aaporRates } from './aapor.ts'
import { betaBinomialAtLeast } from './distributions/beta-binomial.ts'
import { betaCdf, betaQuantile, chiSquareSf, normalQuantile, tQuantile } from './distributions/distributions.ts'
import { poissonAtMost } from './distributions/poisson.ts'
import { binomialMass, poissonMass } from './distributions/saddle-point.ts'
import { seededRandom } from './distributions/seeded-random.ts'
import { meanCi } from './means/mean-interval.ts'
import { compareEstimates } from './means/two-estimates.ts'
import { compareLikert } from './means/two-samples.ts'
import { clopperPearson } from './proportions/clopper-pearson.ts'
import { fewestToProve } from './proportions/fewest-to-prove.ts'
import { proportionFpc } from './proportions/finite-population.ts'
import { jeffreys } from './proportions/jeffreys.ts'
import { netPromoters, weightedNetPromoters } from './proportions/net-promoters.ts'
import { newcombe } from './proportions/newcombe.ts'
import { detectableChange, powerTwoProportions } from './proportions/power.ts'
import { sampleSizeFpc } from './proportions/sample-size.ts'
import { binomialVsTarget } from './proportions/target-test.ts'
import { proportionTrend } from './proportions/trend-test.ts'
import { twoProportions } from './proportions/two-proportions.ts'
import { effectiveWilson, shareInterval, wilson, wilsonContinuity } from './proportions/wilson.ts'
import { poissonControlLimit } from './rates/control-limit.ts'
import { onTrackCompletion, onTrackCountCap } from './rates/forecast.ts'
import { poissonRateExact } from './rates/poisson-rate.ts'
import { poissonRateRatio } from './rates/rate-ratio.ts'
import { runChance } from './rates/run-chance.ts'
import { chiSquareGof, chiSquareTable } from './tables/chi-square.ts'
import { correlation } from './tables/correlation.ts'
import { cronbachAlpha } from './tables/cronbach-alpha.ts'
import { pAdjust } from './tables/multiplicity.ts'
import { rankCorrelation } from './tables/rank-table.ts'
import { postStratify } from './weighting/post-stratify.ts'
import { rakeWeights } from './weighting/rake.ts'
import { rakeCells } from './weighting/rake-cells.ts'
import { quantile } from './weighting/sample-quantile.ts'
import { stratifiedMean } from './weighting/stratified.ts'
import { trimWeights } from './weighting/trim.ts'
import { effectiveNumber, kishEffect, weightedMean } from './weighting/weighted.ts'

/*
 * The golden table: R's figures for each estimator. GOLDEN_DIR names a folder with another table in the same format;
 * its `file` inputs are beside that folder.
 */

type Figure = number | null
interface Case {
  readonly id: string
  readonly group: string
  readonly fn: string
  readonly input: Readonly<Record<string, unknown>>
  readonly expected: Readonly<Record<string, Figure | readonly Figure[]>>
  readonly tol: number
}

const goldenFolder = process.env.GOLDEN_DIR
const folder = goldenFolder
  ? resolve(process.env.INIT_CWD ?? process.cwd(), goldenFolder)
  : join(import.meta.dirname, '..', 'golden')
const table: { cases: readonly Case[] } = JSON.parse(readFileSync(join(folder, 'statistics.json'), 'utf8'))

/** Estimates of one wave of the airport survey, from its file. */
function surveyWave({ file, year }: { file: string; year: number }): object {
  const [head = '', ...lines] = readFileSync(join(dirname(folder), file), 'utf8')
    .trim()
    .split(/\r?\n/)
  const names = head.split(',')
  const rows = lines
    .map((line) => line.split(','))
    .map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])))
    .filter((row) => row.year === String(year))
  const valid = rows.filter((row) => row.overall !== '')
  const score = valid.map((row) => Number(row.overall))
  const n = valid.length
  const top2 = score.filter((value) => value >= 4).length
  const unweighted = wilson({ x: top2, n, level: 0.95 })
  const wave = {
    rows: rows.length,
    n,
    top2,
    unweighted: unweighted.estimate,
    wilsonLower: unweighted.lower,
    wilsonUpper: unweighted.upper,
    mean: weightedMean({ score, weights: score.map(() => 1) }).mean,
    counts: [1, 2, 3, 4, 5].map((value) => score.filter((given) => given === value).length),
    notApplicable: rows.filter((row) => row.missing_reason === 'na').length,
    blank: rows.filter((row) => row.missing_reason === 'blank').length,
  }
  if (valid.some((row) => row.weight === '')) return wave
  const weights = valid.map((row) => Number(row.weight))
  const share = weightedMean({ score, weights })
  const p = share.top2 ?? Number.NaN
  const nEff = effectiveNumber(p, share.seTop2 ?? Number.NaN) ?? Number.NaN
  const weighted = wilson({ x: p * nEff, n: nEff, level: 0.95 })
  return {
    ...wave,
    weighted: share.top2,
    weightedSe: share.seTop2,
    kishDeff: kishEffect(weights).designEffect,
    weightedMean: share.mean,
    weightedWilsonLower: weighted.lower,
    weightedWilsonUpper: weighted.upper,
  }
}

const estimators = new Map(
  Object.entries({
    aaporRates,
    betaBinomialAtLeast,
    betaCdf,
    betaQuantile,
    chiSquareSf,
    normalQuantile,
    tQuantile,
    poissonAtMost,
    binomialMass,
    poissonMass,
    seededRandom,
    meanCi,
    compareEstimates,
    compareLikert,
    clopperPearson,
    fewestToProve,
    proportionFpc,
    jeffreys,
    netPromoters,
    weightedNetPromoters,
    newcombe,
    detectableChange,
    powerTwoProportions,
    sampleSizeFpc,
    binomialVsTarget,
    proportionTrend,
    twoProportions,
    effectiveWilson,
    shareInterval,
    wilson,
    wilsonContinuity,
    poissonControlLimit,
    onTrackCompletion,
    onTrackCountCap,
    poissonRateExact,
    poissonRateRatio,
    runChance,
    chiSquareGof,
    chiSquareTable,
    correlation,
    cronbachAlpha,
    pAdjust,
    rankCorrelation,
    postStratify,
    rakeWeights,
    rakeCells,
    quantile,
    stratifiedMean,
    trimWeights,
    weightedMean,
    surveyWave,
  }) as [string, (input: never) => object][],
)

/** Error relative to max(1, |figure|), or to the figure itself if it is tiny. */
function relativeError(actual: Figure, expected: number): number {
  const size = Math.abs(expected)
  const gap = Math.abs((actual ?? Number.NaN) - expected)
  return size > 0 && size < 1e-6 ? gap / size : gap / Math.max(1, size)
}

function compare(actual: unknown, expected: Figure | readonly Figure[], tol: number, key: string): void {
  if (Array.isArray(expected)) {
    const list = actual as readonly unknown[]
    expect(list, key).toHaveLength(expected.length)
    expected.forEach((figure, i) => {
      compare(list[i], figure, tol, `${key}[${i}]`)
    })
  } else if (expected === null) expect(actual, key).toBeNull()
  else
    expect(
      relativeError(actual as Figure, expected as number),
      `${key}: ${actual}, not ${expected}`,
    ).toBeLessThanOrEqual(tol)
}

const isThere = ({ input }: Case) => typeof input.file !== 'string' || existsSync(join(dirname(folder), input.file))

describe('the golden table', () => {
  for (const testCase of table.cases.filter(isThere)) {
    it(`${testCase.id}: ${testCase.fn}`, () => {
      const estimator = estimators.get(testCase.fn)
      if (!estimator) throw new Error(`no estimator is named ${testCase.fn}`)
      const actual = estimator(testCase.input as never) as Record<string, unknown>
      for (const [key, expected] of Object.entries(testCase.expected)) compare(actual[key], expected, testCase.tol, key)
    })
  }

  const otherCases = table.cases.filter((testCase) => !isThere(testCase))
  afterAll(() => {
    if (otherCases.length === 0) return
    const groups = [...new Set(otherCases.map((testCase) => testCase.group))].join(', ')
    process.stdout.write(`${otherCases.length} not run: ${groups}\n`)
  })
})
