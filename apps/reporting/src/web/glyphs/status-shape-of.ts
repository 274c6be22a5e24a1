import type { Status, Word } from '@wayproof/scorecard'

/** Filled tick, open tick, cross, triangle, dashed circle. */
export type Shape = 'demonstrated' | 'met' | 'missed' | 'amber' | 'unknown'

export interface Judged {
  readonly verdict: Word
  readonly status: Status
  readonly demonstrated: boolean | null
}

/** The shape of a verdict. What cannot be said is never drawn as met, whatever the pace of a running period. */
export function statusShapeOf({ verdict, status, demonstrated }: Judged): Shape {
  if (verdict === 'unknown') return 'unknown'
  if (status === 'amber') return 'amber'
  if (verdict === 'missed' || status === 'red') return 'missed'
  if (status !== 'green') return 'unknown'
  return demonstrated === false ? 'met' : 'demonstrated'
}
