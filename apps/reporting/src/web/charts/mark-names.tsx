import { DefaultZIndexes, useChartWidth, usePlotArea, useXAxisScale, ZIndexLayer } from 'recharts'
import { lastThatFit, nameWidth, spreadNames } from './name-places.ts'

interface MarkNamesProps {
  /** In the order of the axis; `at` is a value of it. */
  readonly marks: readonly { readonly at: number | string; readonly name: string }[]
}

/**
 * Names marked days or periods above the chart, side by side where their lines are close; the earliest stay without a
 * name where there is no room for all.
 */
export function MarkNames({ marks }: MarkNamesProps) {
  const [plot, scale, chartWidth] = [usePlotArea(), useXAxisScale(), useChartWidth()]
  if (!plot || !scale || !chartWidth) return null
  const room = { left: 0, right: chartWidth }
  const points = marks.flatMap(({ at, name }) => {
    const x = scale(at, { position: 'middle' })
    return x === undefined || x < plot.x || x > plot.x + plot.width ? [] : [{ name, x, width: nameWidth(name) }]
  })
  const names = lastThatFit(points, room)
  const lefts = spreadNames(names, room)
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.label}>
      {names.map(({ name, x, width }, at) => (
        <text key={x} x={lefts[at]! + width / 2} y={plot.y - 8} textAnchor="middle" fontSize={12} fill="var(--soft)">
          {name}
        </text>
      ))}
    </ZIndexLayer>
  )
}
