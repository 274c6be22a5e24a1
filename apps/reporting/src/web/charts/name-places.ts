/** A horizontal line in pixels. */
export interface Room {
  readonly left: number
  readonly right: number
}

/** A name of `width` pixels whose point is at `x`, in pixels from the left of the chart. */
export interface NamedPoint {
  readonly x: number
  readonly width: number
}

const FONT_SIZE = 12
const LATIN_WIDTH = 0.66
const GAP = 8

/** At least the width of a text of 12 px, in any font and weight: Chinese characters are square, others narrower. */
export const nameWidth = (name: string): number =>
  [...name].reduce((width, character) => width + (character > '\u2E7F' ? 1 : LATIN_WIDTH) * FONT_SIZE, 0)

const wholeWidth = (names: readonly NamedPoint[]) => names.reduce((sum, { width }) => sum + width + GAP, -GAP)

/** The last of `names` that fit into one row of `room`. */
export function lastThatFit<N extends NamedPoint>(names: readonly N[], room: Room): readonly N[] {
  const start = names.findIndex((_, at) => wholeWidth(names.slice(at)) <= room.right - room.left)
  return start < 0 ? [] : names.slice(start)
}

/**
 * The left edges of names in one row: each as near the middle of its point as the others and `room` allow, none over
 * another. `names` are in the order of their points. Least squares by pooling adjacent violators.
 */
export function spreadNames(names: readonly NamedPoint[], room: Room): readonly number[] {
  const before = names.map((_, at) => names.slice(0, at).reduce((sum, { width }) => sum + width + GAP, 0))
  const whole = wholeWidth(names)
  const pools: { sum: number; size: number }[] = []
  for (const [at, { x, width }] of names.entries()) {
    pools.push({ sum: x - width / 2 - before[at]!, size: 1 })
    for (let last = pools.at(-1)!, left = pools.at(-2); left && left.sum / left.size > last.sum / last.size; ) {
      pools.splice(-2, 2, { sum: left.sum + last.sum, size: left.size + last.size })
      last = pools.at(-1)!
      left = pools.at(-2)
    }
  }
  const starts = pools.flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size))
  return starts.map((start, at) => Math.max(room.left, Math.min(room.right - whole, start)) + before[at]!)
}

/** The end of a curve in pixels; `y` grows downwards. */
export interface CurveEnd extends NamedPoint {
  readonly y: number
}

export interface NamePlace {
  readonly left: number
  readonly baseline: number
}

const ABOVE = -12
const BELOW = 24
const LINE = 16

/**
 * Places for the names of at most two curves beside their ends: to the right of the end, or to its left where the room
 * ends; above it, or below it where another name is above. `bottom` is the lowest baseline.
 */
export function placeEnds(ends: readonly CurveEnd[], room: Room, bottom: number): readonly NamePlace[] {
  const lefts = ends.map(({ x, width }) =>
    x - 6 + width <= room.right ? x - 6 : Math.max(room.left, Math.min(x + 6, room.right) - width),
  )
  const places = ends.map(({ y }, at) => ({ left: lefts[at]!, baseline: y + ABOVE }))
  const [first, second] = ends
  if (!first || !second) return places
  const isApart = lefts[0]! + first.width + GAP <= lefts[1]! || lefts[1]! + second.width + GAP <= lefts[0]!
  if (isApart) return places
  const [lower, higher] = first.y >= second.y ? [0, 1] : [1, 0]
  const below = ends[lower]!.y + BELOW
  return places.map((place, at) => {
    if (at === lower && below <= bottom) return { ...place, baseline: below }
    if (at === higher && below > bottom)
      return { ...place, baseline: Math.min(place.baseline, places[lower]!.baseline - LINE) }
    return place
  })
}

const HEIGHT = 14
const INSET = 6

/**
 * A place for a name in a corner of `area` that no dot of `radius` touches: the lower right one first. Null if there is
 * none, or if the name is wider than the area.
 */
export function placeInCorner(
  width: number,
  area: Room & { readonly top: number; readonly bottom: number },
  dots: readonly { readonly x: number; readonly y: number }[],
  radius: number,
): NamePlace | null {
  const lefts = [area.right - INSET - width, area.left + INSET]
  const baselines = [area.bottom - INSET, area.top + HEIGHT]
  if (width + 2 * INSET > area.right - area.left || HEIGHT + 2 * INSET > area.bottom - area.top) return null
  const corners = baselines.flatMap((baseline) => lefts.map((left) => ({ left, baseline })))
  const isFree = ({ left, baseline }: NamePlace) =>
    dots.every(
      ({ x, y }) =>
        x + radius < left || x - radius > left + width || y + radius < baseline - HEIGHT || y - radius > baseline + 3,
    )
  return corners.find(isFree) ?? null
}
