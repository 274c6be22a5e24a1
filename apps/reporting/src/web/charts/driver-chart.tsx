import { coefficient, percent } from '@wayproof/messages/number-format'
import type { DriverAnalysis } from '@wayproof/scorecard/breakdown/driver-analysis'
import {
  CartesianGrid,
  DefaultZIndexes,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts'
import { useLanguage } from '../language.tsx'
import { axis } from './axis.ts'
import { PLAIN_AXIS } from './chart-style.ts'
import styles from './driver-chart.module.css'
import { nameWidth, placeInCorner } from './name-places.ts'
import { ValueText } from './value-text.tsx'

const MIN_CORRELATION = -1
/** The radius of a dot in pixels. */
const RADIUS = 9

interface DriverChartProps {
  readonly places: DriverAnalysis['places']
  readonly mean: NonNullable<DriverAnalysis['mean']>
  readonly shown: number | undefined
  readonly onShow: (at: number | undefined) => void
}

interface Dot {
  readonly cx?: number | undefined
  readonly cy?: number | undefined
  readonly payload?: { readonly at: number; readonly quadrant: string }
}

/**
 * Plots each aspect as a numbered dot: correlation on x, share of satisfied travelers on y, the means as lines. `shown` is the
 * place of the dot whose values are shown.
 */
export function DriverChart({ places, mean, shown: shownIndex, onShow }: DriverChartProps) {
  const { words } = useLanguage()
  const text = words.reporting.drivers
  const rows = places.map(({ item, importance, performance, quadrant }, at) => {
    return { at, item, importance, performance: performance.value, quadrant }
  })
  const across = axis(
    rows.map(({ importance }) => importance),
    1,
    MIN_CORRELATION,
  )
  const up = axis(rows.map(({ performance }) => performance))
  const name = { fontSize: 12, fill: 'var(--soft)' }
  const isInLeftHalf = (rows[shownIndex ?? -1]?.importance ?? 0) < (across.low + across.high) / 2
  return (
    <div className={styles.frame}>
      <ResponsiveContainer width="100%" height={225}>
        <ScatterChart margin={{ top: 24, right: 24, bottom: 24, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid stroke="var(--line)" />
          <XAxis
            {...PLAIN_AXIS}
            type="number"
            dataKey="importance"
            domain={[across.low, across.high]}
            ticks={[...across.ticks]}
            tickFormatter={(value: number) => coefficient(value)}
            label={{ value: text.importance, position: 'bottom', offset: 8, ...name }}
          />
          <YAxis
            {...PLAIN_AXIS}
            type="number"
            dataKey="performance"
            domain={[up.low, up.high]}
            ticks={[...up.ticks]}
            tickFormatter={(value: number) => percent(value)}
            width={56}
          />
          <ReferenceArea
            x1={mean.importance}
            x2={across.high}
            y1={up.low}
            y2={mean.performance}
            fill="var(--ribbon)"
            fillOpacity={1}
          />
          <AreaName
            name={text.quadrants.improve}
            area={{ left: mean.importance, right: across.high, low: up.low, high: mean.performance }}
            dots={rows.map(({ importance, performance }) => ({ x: importance, y: performance }))}
            radius={RADIUS}
          />
          <ReferenceLine x={mean.importance} stroke="var(--soft)" strokeDasharray="5 3" />
          <ReferenceLine y={mean.performance} stroke="var(--soft)" strokeDasharray="5 3" />
          <Scatter
            data={rows}
            onMouseEnter={(_, at) => onShow(at)}
            onMouseLeave={() => onShow(undefined)}
            isAnimationActive={false}
            shape={({ cx, cy, payload }: Dot) => (
              // The number stands inside the dot, where no line crosses it.
              <g>
                <circle
                  cx={cx}
                  cy={cy}
                  r={RADIUS}
                  fill={payload?.quadrant === 'improve' ? 'var(--amber)' : 'var(--soft)'}
                  stroke={payload?.at === shownIndex ? 'var(--ink)' : 'none'}
                  strokeWidth={2}
                />
                <text x={cx} y={(cy ?? 0) + 4} textAnchor="middle" fontSize={12} fill="var(--on-status)">
                  {(payload?.at ?? 0) + 1}
                </text>
              </g>
            )}
          />
        </ScatterChart>
      </ResponsiveContainer>
      <div className={styles.shown} data-right={isInLeftHalf || undefined}>
        <ValueText at={shownIndex} />
      </div>
    </div>
  )
}

interface AreaNameProps {
  readonly name: string
  /** In values of the axes. */
  readonly area: { readonly left: number; readonly right: number; readonly low: number; readonly high: number }
  readonly dots: readonly { readonly x: number; readonly y: number }[]
  /** The radius of a dot in pixels. */
  readonly radius: number
}

/** Names an area of a chart of dots in a corner that has none; an area without such a corner stays without its name. */
function AreaName({ name, area, dots, radius }: AreaNameProps) {
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
