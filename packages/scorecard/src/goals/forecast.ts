import type { Verdict } from '../verdict.ts'
import { runningPace } from './running-pace.ts'

/**
 * Whether a running goal will reach its target: off track below 40 % probability, on track from 80 %. Null in between,
 * while it is too early, and once the verdict is decided.
 */
export function forecastOf(verdict: Verdict): 'on-track' | 'off-track' | null {
  if (verdict.verdict !== 'unknown' || runningPace(verdict) === null) return null
  return verdict.status === 'green' ? 'on-track' : verdict.status === 'red' ? 'off-track' : null
}
