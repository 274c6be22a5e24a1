import type { ComingMark } from './coming-marks.ts'

/** Least and greatest width of a label, as a share of the timeline. */
const LABEL_SHARE = 0.155
const MOST_SHARE = 0.32

/** On which side of the line a label stands, and whether it ends at its mark instead of beginning there. */
export interface LabelPlace {
  readonly side: 'above' | 'below'
  readonly endsAtMark: boolean
  /** Share of the timeline that the label may fill. */
  readonly width: number
}

const isFixed = ({ kind }: Pick<ComingMark, 'kind'>) => kind !== 'duties'

/**
 * Places the labels so that none covers another: those of overdue tasks, half-years and waves first, then the tasks in
 * order. Null for a mark whose label finds no room.
 */
export function labelPlaces(marks: readonly Pick<ComingMark, 'kind' | 'share'>[]): readonly (LabelPlace | null)[] {
  const taken: Record<LabelPlace['side'], (readonly [number, number])[]> = { above: [], below: [] }
  const places = new Map<number, Omit<LabelPlace, 'width'>>()
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
  return marks.map(({ share }, i) => {
    const place = places.get(i)
    return place ? { ...place, width: roomFor(share, place.endsAtMark, taken[place.side]) } : null
  })
}

/** A label that begins at its mark may reach to the next one on its side. */
function roomFor(share: number, endsAtMark: boolean, taken: readonly (readonly [number, number])[]): number {
  if (endsAtMark) return LABEL_SHARE
  const next = Math.min(1, ...taken.map(([from]) => from).filter((from) => from > share))
  return Math.min(MOST_SHARE, next - share)
}
