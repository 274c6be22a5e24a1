export { type BulletScale, bulletScale, place } from './bullet-scale.ts'
export {
  type DrawnTrend,
  drawnTrend,
  type PastValue,
  type PastValues,
  pastValues,
  TREND_LENGTH,
} from './goal-trend.ts'
export { rungShares } from './rung-shares.ts'
export { path, type SparkPoint, spark } from './sparkline-path.ts'
