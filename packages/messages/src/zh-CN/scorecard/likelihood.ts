import type { Change } from '@wayproof/scorecard'
import { chance, pointsUp } from '../../goal-value.ts'

/** 变化显著（p = 0.03），或须有多大变化才看得出；与偶然无关时为 null。 */
export function likelihood({ p, detectable }: Pick<Change, 'p' | 'detectable'>): string | null {
  if (p === null) return null
  if (p < 0.05) return `变化显著（p\u00a0${chance(p)}）`
  const unseen = detectable === null ? '' : `；小于 ${pointsUp(detectable)} 个百分点的变化难以检出`
  return `变化不显著（p\u00a0${chance(p)}${unseen}）`
}
