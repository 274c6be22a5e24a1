import type { Change } from '@wayproof/scorecard'
import { chance, pointsUp } from '../../goal-value.ts'

/** Significant or not, and how large a change had to be to be seen; null where chance is not involved. */
export function likelihood({ p, detectable }: Pick<Change, 'p' | 'detectable'>): string | null {
  if (p === null) return null
  if (p < 0.05) return `变化显著（p\u00a0${chance(p)}）`
  const unseen = detectable === null ? '' : `；小于 ${pointsUp(detectable)} 个百分点的变化难以检出`
  return `变化不显著（p\u00a0${chance(p)}${unseen}）`
}
