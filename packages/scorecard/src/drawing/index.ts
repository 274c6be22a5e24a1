export { sameHalvesUpTo } from '../change/same-halves.ts'
export { type BulletScale, type DrawnBullet, drawnBullet, place } from './bullet.ts'
export {
  type DrawnTrend,
  drawnTrend,
  type PastValue,
  type PastValues,
  pastValues,
  TREND_LENGTH,
  type YearlyTrend,
  yearlyTrend,
} from './goal-trend.ts'
export { rungShares } from './rung-shares.ts'
export { path, type SparkPoint, spark } from './sparkline-path.ts'
