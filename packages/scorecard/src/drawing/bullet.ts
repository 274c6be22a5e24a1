import { lastDay } from '@wayproof/kernel/calendar/period'
import type { IncidentFigures, Interval, Verdict } from '../verdict.ts'

/** Ends of a track, in the unit of its values, low end first. */
export interface BulletScale {
  readonly low: number
  readonly high: number
}

/** A value against its target. The axis of a share is always 0 to 1, that of leaks 0 to a round number. */
export interface DrawnBullet {
  readonly scale: BulletScale
  /** A share, or the leaks counted. */
  readonly value: number | null
  readonly target: number | null
  /** Null without sampling, and for leaks. */
  readonly interval: Pick<Interval, 'lower' | 'upper'> | null
  /** For leaks: the count of the same part of the baseline year; null if it is unknown. */
  readonly before: { readonly year: number; readonly count: number } | null
}

const WHOLE: BulletScale = { low: 0, high: 1 }

export function drawnBullet(verdict: Verdict): DrawnBullet {
  if (verdict.goal === 'incident-reduction') return leakBullet(verdict)
  const { value, target, interval } = verdict
  return { scale: WHOLE, value, target, interval, before: null }
}

/** Part of a year stands beside the same part of the baseline year, a whole one beside the whole. */
function leakBullet({ asOf, reason, figures, target }: Extract<Verdict, { goal: 'incident-reduction' }>): DrawnBullet {
  const isUnknown = reason === 'no-register' || reason === 'nothing-recorded'
  const { currentCount, baselineYear: year } = figures
  const count = reason === 'not-yet-due' ? null : baselineCount(asOf, figures)
  const limit = count === null ? null : isWhole(asOf, figures) ? figures.cap : count * (1 - target)
  const value = isUnknown ? null : currentCount
  const before = isUnknown || count === null ? null : { year, count }
  const shownLimit = before && limit
  const scale = { low: 0, high: leakScale([value, count, shownLimit]) }
  return { scale, value, target: shownLimit, interval: null, before }
}

const isWhole = (asOf: string, { currentYear }: IncidentFigures) =>
  asOf >= lastDay({ kind: 'year', year: currentYear, index: 1 })

const baselineCount = (asOf: string, figures: IncidentFigures): number | null =>
  isWhole(asOf, figures) ? figures.baselineCount : (figures.baselineSoFar ?? null)

const ROUND = [2, 4, 6, 8, 10, 12, 16, 20, 24, 30, 40, 50, 60, 80, 100]

/** The least round number whose half is whole that no count exceeds. */
export function leakScale(counts: readonly (number | null)[]): number {
  const most = Math.max(0, ...counts.map((count) => count ?? 0))
  for (let times = 1; ; times *= 10) {
    const round = ROUND.find((end) => end * times >= most)
    if (round !== undefined) return round * times
  }
}

/** Position of a value on the track, 0 to 1; values beyond an end are placed at the end. */
export const place = (value: number, { low, high }: BulletScale): number =>
  Math.min(1, Math.max(0, (value - low) / (high - low)))
