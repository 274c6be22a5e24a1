import type { Verdict } from '../verdict.ts'
import { strengthOf } from './claim.ts'
import { verdictClaim } from './verdict-claim.ts'

/** Drawn as filled tick, open tick, cross, triangle, dashed circle. */
export type Shape = 'demonstrated' | 'met' | 'missed' | 'amber' | 'unknown'

/**
 * One drawing for a result wherever it stands. Only a met goal without open points gets a tick, filled if its claim is
 * demonstrated. A miss is a cross, whatever the number of answers; a triangle is within a tolerance of the rules.
 */
export function shapeOf(verdict: Verdict): Shape {
  const { goal, verdict: result, status } = verdict
  if (result === 'unknown') return 'unknown'
  if (result === 'missed') return status === 'amber' && goal !== 'customer-satisfaction' ? 'amber' : 'missed'
  if (status !== 'green') return 'amber'
  return strengthOf(verdictClaim(verdict)).strength === 'demonstrated' ? 'demonstrated' : 'met'
}
