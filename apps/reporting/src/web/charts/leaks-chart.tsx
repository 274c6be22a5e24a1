import { count } from '@wayproof/messages/number-format'
import type { TrendPoint } from '@wayproof/scorecard/change/trend'
import { Bar, CartesianGrid, Cell, ComposedChart, LabelList, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { TONE } from '../glyphs/tone.ts'
import { useLanguage } from '../language.tsx'
import { trendName } from '../trend/trend-name.ts'
import { PLAIN_AXIS, TARGET_LINE } from './chart-style.ts'
import { nameWidth } from './name-places.ts'
import { ValueTip } from './value-tip.tsx'

/** Half the width, in pixels, of the dash that marks a year's cap. */
const REACH = 24

/** Draws the leaks of each year as a bar against the cap of that year. */
export function LeaksChart({ points }: { readonly points: readonly TrendPoint[] }) {
  const { locale, words } = useLanguage()
  const rows = points.map((point, i) => ({
    at: i,
    name: trendName('incident-reduction', point.period, locale),
    leaks: point.leaks?.count ?? null,
    cap: point.leaks?.cap ?? null,
    fill: i === points.length - 1 ? TONE[point.shape].ink : 'var(--soft)',
  }))
  const lastCap = rows.at(-1)?.cap ?? null
  const capName = lastCap === null ? '' : words.reporting.goal.trend.cap(count(lastCap, locale))
  return (
    <ResponsiveContainer width="100%" height={260}>
      <ComposedChart
        data={rows}
        margin={{ top: 18, right: REACH + nameWidth(capName), bottom: 4, left: 0 }}
        title={words.goals.names['incident-reduction']}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <ValueTip />
        <XAxis {...PLAIN_AXIS} dataKey="name" dy={8} />
        <YAxis
          {...PLAIN_AXIS}
          allowDecimals={false}
          tickFormatter={(value: number) => count(value, locale)}
          width={44}
        />
        <Bar dataKey="leaks" barSize={20} isAnimationActive={false}>
          {rows.map(({ name, fill }) => (
            <Cell key={name} fill={fill} />
          ))}
          <LabelList dataKey="leaks" position="top" {...PLAIN_AXIS.tick} />
        </Bar>
        <Line
          dataKey="cap"
          stroke="none"
          isAnimationActive={false}
          dot={({ key, cx, cy, index }) => {
            const cap = rows[index]?.cap ?? null
            if (cap === null || cx === undefined || cy === undefined) return <g key={key} />
            return (
              <g key={key}>
                <line x1={cx - REACH} x2={cx + REACH} y1={cy} y2={cy} {...TARGET_LINE} />
                {index === rows.length - 1 ? (
                  <text x={cx + REACH + 6} y={cy + 4} fontSize={12} fill="var(--ink)">
                    {capName}
                  </text>
                ) : null}
              </g>
            )
          }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  )
}
