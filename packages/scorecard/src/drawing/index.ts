export { type BulletScale, bulletScale, place } from './bullet-scale.ts'
export {
  COURSE_LENGTH,
  type DrawnCourse,
  drawnCourse,
  type PastValue,
  type PastValues,
  pastValues,
} from './goal-course.ts'
export { rungShares } from './rung-shares.ts'
export { path, type SparkPoint, spark } from './sparkline-path.ts'
