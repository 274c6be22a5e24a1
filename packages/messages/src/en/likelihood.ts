import type { Change } from '@wayproof/scorecard'
import { chance, pointsUp } from '../goal-value.ts'

/** "more than chance (p = 0.03)", or how large a change had to be to be seen; null where chance is not involved. */
export function likelihood({ p, detectable }: Pick<Change, 'p' | 'detectable'>): string | null {
  if (p === null) return null
  if (p < 0.05) return `more than chance (p\u00a0${chance(p)})`
  const unseen = detectable === null ? '' : `; less than ${pointsUp(detectable)} points would likely go unseen`
  return `probably noise (p\u00a0${chance(p)}${unseen})`
}
