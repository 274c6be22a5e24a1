import type { ComingMark } from './coming-marks.ts'

/** Width of a label, as a share of the timeline. */
export const LABEL_SHARE = 0.155

/** On which side of the line a label stands, and whether it ends at its mark instead of beginning there. */
export interface LabelPlace {
  readonly side: 'above' | 'below'
  readonly endsAtMark: boolean
}

const isFixed = ({ kind }: Pick<ComingMark, 'kind'>) => kind !== 'duties'

/**
 * Places the labels so that none covers another: those of overdue tasks, half-years and waves first, then the tasks in
 * order. Null for a mark whose label finds no room.
 */
export function labelPlaces(marks: readonly Pick<ComingMark, 'kind' | 'share'>[]): readonly (LabelPlace | null)[] {
  const taken: Record<LabelPlace['side'], (readonly [number, number])[]> = { above: [], below: [] }
  const places = new Map<number, LabelPlace>()
  const order = marks.map((_, i) => i).sort((a, b) => Number(isFixed(marks[b]!)) - Number(isFixed(marks[a]!)) || a - b)
  for (const i of order) {
    const { share } = marks[i]!
    const endsAtMark = share > 1 - LABEL_SHARE
    const [from, to] = endsAtMark ? [share - LABEL_SHARE, share] : [share, share + LABEL_SHARE]
    const side = (['above', 'below'] as const).find((each) => taken[each].every(([a, b]) => to <= a || from >= b))
    if (!side) continue
    taken[side].push([from, to])
    places.set(i, { side, endsAtMark })
  }
  return marks.map((_, i) => places.get(i) ?? null)
}
