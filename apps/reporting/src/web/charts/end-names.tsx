import { DefaultZIndexes, useChartWidth, usePlotArea, useXAxisScale, useYAxisScale, ZIndexLayer } from 'recharts'
import { RIM } from './chart-style.ts'
import { nameWidth, placeEnds } from './name-places.ts'

interface EndNamesProps {
  /** At most two; a faint one is in the background. */
  readonly ends: readonly {
    readonly day: number
    readonly share: number
    readonly name: string
    readonly isFaint: boolean
  }[]
}

/** Names each curve at its end. */
export function EndNames({ ends }: EndNamesProps) {
  const [plot, right, across, up] = [usePlotArea(), useChartWidth(), useXAxisScale(), useYAxisScale()]
  if (!plot || !right || !across || !up) return null
  const points = ends.map(({ day, share, name }) => ({
    x: across(day) ?? plot.x,
    y: up(share) ?? plot.y,
    width: nameWidth(name),
  }))
  const places = placeEnds(points, { left: plot.x, right }, plot.y + plot.height - 2)
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {ends.map(({ name, isFaint }, at) => (
        <text
          key={name}
          x={places[at]!.left}
          y={places[at]!.baseline}
          fontSize={12}
          fontWeight={isFaint ? 400 : 600}
          fill={isFaint ? 'var(--soft)' : 'var(--ink)'}
          {...RIM}
        >
          {name}
        </text>
      ))}
    </ZIndexLayer>
  )
}
