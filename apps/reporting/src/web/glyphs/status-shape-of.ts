import type { Status, VerdictResult } from '@wayproof/scorecard'

/** Drawn as filled tick, open tick, cross, triangle, dashed circle. */
export type Shape = 'demonstrated' | 'met' | 'missed' | 'amber' | 'unknown'

export interface VerdictStatus {
  readonly verdict: VerdictResult
  readonly status: Status
  readonly demonstrated: boolean | null
}

/** An unknown result is never drawn as met, however well a running period is going. */
export function statusShapeOf({ verdict, status, demonstrated }: VerdictStatus): Shape {
  if (verdict === 'unknown') return 'unknown'
  if (status === 'amber') return 'amber'
  if (verdict === 'missed' || status === 'red') return 'missed'
  if (status !== 'green') return 'unknown'
  return demonstrated === false ? 'met' : 'demonstrated'
}
