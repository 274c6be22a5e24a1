import type { Verdict } from '../verdict.ts'
import { runningPace } from './running-pace.ts'

/**
 * Whether a running goal keeps its usual pace. Null between on pace and far behind, so that a goal near a limit changes
 * nothing; also while it is too early, and once the verdict is decided.
 */
export function paceOf(verdict: Verdict): 'on-pace' | 'far-behind' | null {
  if (verdict.verdict !== 'unknown' || runningPace(verdict) === null) return null
  return verdict.status === 'green' ? 'on-pace' : verdict.status === 'red' ? 'far-behind' : null
}
