import { DefaultZIndexes, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'
import { nameWidth, placeInCorner } from './name-places.ts'

interface AreaNameProps {
  readonly name: string
  /** In values of the axes. */
  readonly area: { readonly left: number; readonly right: number; readonly low: number; readonly high: number }
  readonly dots: readonly { readonly x: number; readonly y: number }[]
  /** The radius of a dot in pixels. */
  readonly radius: number
}

/** Names an area of a chart of dots in a corner that has none; an area without such a corner stays without its name. */
export function AreaName({ name, area, dots, radius }: AreaNameProps) {
  const [across, up] = [useXAxisScale(), useYAxisScale()]
  if (!across || !up) return null
  const place = placeInCorner(
    nameWidth(name),
    {
      left: across(area.left) ?? 0,
      right: across(area.right) ?? 0,
      top: up(area.high) ?? 0,
      bottom: up(area.low) ?? 0,
    },
    dots.map(({ x, y }) => ({ x: across(x) ?? 0, y: up(y) ?? 0 })),
    radius,
  )
  return place ? (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      <text x={place.left} y={place.baseline} fontSize={12} fill="var(--soft)">
        {name}
      </text>
    </ZIndexLayer>
  ) : null
}
