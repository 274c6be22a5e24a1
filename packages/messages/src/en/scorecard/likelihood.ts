import type { Change } from '@wayproof/scorecard'
import { chance, pointsUp } from '../../goal-value.ts'

/** "statistically significant (p = 0.03)", or the smallest detectable change; null if chance plays no part. */
export function likelihood({ p, detectable }: Pick<Change, 'p' | 'detectable'>): string | null {
  if (p === null) return null
  if (p < 0.05) return `statistically significant (p\u00a0${chance(p)})`
  const unseen = detectable === null ? '' : `; changes under ${pointsUp(detectable)} points would likely be missed`
  return `not significant (p\u00a0${chance(p)}${unseen})`
}
