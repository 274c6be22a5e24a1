import { Tooltip } from 'recharts'
import { ValueText } from './value-text.tsx'

/** A row of a chart's data; one without `at` is no point of the table. */
export interface ChartRow {
  /** Place of its row in the table behind the chart. */
  readonly at?: number
}

/** Shows the values of the point under the pointer, or of the one reached with the arrow keys. */
export const ValueTip = () => (
  <Tooltip
    isAnimationActive={false}
    cursor={{ stroke: 'var(--faint)', fill: 'var(--faint)', fillOpacity: 0.12 }}
    filterNull={false}
    wrapperStyle={{ zIndex: 1 }}
    content={({ active, payload }) => (
      <ValueText at={active ? (payload?.[0]?.payload as ChartRow | undefined)?.at : undefined} />
    )}
  />
)
