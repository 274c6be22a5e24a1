import type { Shape } from '@wayproof/scorecard/claims/verdict-shape'

/** A running quarter is never drawn as met or missed. */
export function cellShape(state: 'reached' | 'below', isRunning: boolean): Shape {
  if (state === 'reached') return isRunning ? 'unknown' : 'demonstrated'
  return isRunning ? 'amber' : 'missed'
}
