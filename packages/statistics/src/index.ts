export { aaporRates, type Dispositions } from './aapor.ts'
export { betaBinomialAtLeast } from './distributions/beta-binomial.ts'
export {
  betaCdf,
  betaQuantile,
  chiSquareSf,
  normalQuantile,
  tQuantile,
  type Value,
} from './distributions/distributions.ts'
export type { Interval, Share } from './distributions/interval.ts'
export { poissonAtMost } from './distributions/poisson.ts'
export { binomialMass, poissonMass } from './distributions/saddle-point.ts'
export { seededRandom } from './distributions/seeded-random.ts'
export { type MeanInterval, meanCi } from './means/mean-interval.ts'
export { compareEstimates, type EstimateChange, type TwoEstimates } from './means/two-estimates.ts'
export { compareLikert, type LikertChange } from './means/two-samples.ts'
export { clopperPearson } from './proportions/clopper-pearson.ts'
export { fewestToProve } from './proportions/fewest-to-prove.ts'
export { type FinitePopulation, proportionFpc } from './proportions/finite-population.ts'
export { jeffreys } from './proportions/jeffreys.ts'
export {
  type NetPromoters,
  netPromoters,
  type Recommendations,
  weightedNetPromoters,
} from './proportions/net-promoters.ts'
export { newcombe, type SharesToCompare } from './proportions/newcombe.ts'
export {
  type ComparisonSize,
  type DetectableChange,
  detectableChange,
  type PlannedComparison,
  powerTwoProportions,
} from './proportions/power.ts'
export { type SampleSize, sampleSizeFpc } from './proportions/sample-size.ts'
export { binomialVsTarget, type TargetTest } from './proportions/target-test.ts'
export { proportionTrend, type SharesInOrder, type TrendTest } from './proportions/trend-test.ts'
export { type Difference, type TwoShares, twoProportions } from './proportions/two-proportions.ts'
export { effectiveWilson, shareInterval, wilson, wilsonContinuity } from './proportions/wilson.ts'
export { type ControlLimit, poissonControlLimit } from './rates/control-limit.ts'
export { type CapForecast, type CompletionForecast, onTrackCompletion, onTrackCountCap } from './rates/forecast.ts'
export { poissonRateExact, type Rate } from './rates/poisson-rate.ts'
export { poissonRateRatio, type RateRatio, type TwoRates } from './rates/rate-ratio.ts'
export { type Run, runChance } from './rates/run-chance.ts'
export { type ChiSquare, chiSquareGof, chiSquareTable, type Independence } from './tables/chi-square.ts'
export { type Correlation, correlation } from './tables/correlation.ts'
export { cronbachAlpha, type Reliability } from './tables/cronbach-alpha.ts'
export { type AdjustedP, pAdjust } from './tables/multiplicity.ts'
export { type RankCorrelation, rankCorrelation } from './tables/rank-table.ts'
export { type PostStratifiedShare, postStratify } from './weighting/post-stratify.ts'
export { type RakedShare, rakeWeights, type ScoredRow } from './weighting/rake.ts'
export { type RakedCells, rakeCells, type TallyCell, type TrimBounds } from './weighting/rake-cells.ts'
export type { Margins } from './weighting/raking.ts'
export { quantile, type SampleQuantiles } from './weighting/sample-quantile.ts'
export { type StratifiedMean, stratifiedMean } from './weighting/stratified.ts'
export { type TrimmedWeights, trimWeights } from './weighting/trim.ts'
export { effectiveNumber, type KishEffect, kishEffect, type WeightedScore, weightedMean } from './weighting/weighted.ts'
