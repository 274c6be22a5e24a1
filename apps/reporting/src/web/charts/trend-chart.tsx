import { percent } from '@wayproof/messages/number-format'
import type { TrendPoint } from '@wayproof/scorecard/change/trend'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import {
  Bar,
  CartesianGrid,
  Cell,
  ComposedChart,
  LabelList,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts'
import { TONE } from '../glyphs/tone.ts'
import { useLanguage } from '../language.tsx'
import { trendName } from '../trend/trend-name.ts'
import { axis } from './axis.ts'
import { MARK_LINE, PLAIN_AXIS, RIM, TARGET_LINE } from './chart-style.ts'
import { MarkNames } from './mark-names.tsx'
import { type ChartRow, ValueTip } from './value-tip.tsx'

interface TrendChartProps {
  readonly goal: GoalId
  readonly points: readonly TrendPoint[]
  readonly target: number
}

interface Tick {
  readonly x: number | string
  readonly y: number | string
  readonly payload: { readonly value: number }
}

/** Draws the trend of a share, each point and each break a row of the table: bars for the intervals, dots for the estimates, a dashed line for the target. */
export function TrendChart({ goal, points, target }: TrendChartProps) {
  const { locale, words } = useLanguage()
  const rows = points.map((point, i) => ({
    name: trendName(goal, point.period, locale),
    broken: point.broken,
    value: point.value,
    range: point.interval ? [point.interval.lower, point.interval.upper] : null,
    tone: i === points.length - 1 ? TONE[point.shape] : { ink: 'var(--soft)', pale: 'var(--unknown-pale)' },
  }))
  const values = rows.flatMap(({ value, range }) => [...(value === null ? [] : [value]), ...(range ?? [])])
  const { low, high, ticks } = axis([...values, target])
  const inside = (share: number) => Math.min(high, Math.max(low, share))
  // A row without a figure breaks the line between periods that cannot be compared.
  const segments = rows
    .flatMap(({ range, ...row }, i) => {
      const pointRow = { ...row, range: range?.map(inside) ?? null }
      return row.broken
        ? [
            { ...pointRow, name: ' '.repeat(i + 1), value: null, range: null },
            { ...pointRow, broken: null },
          ]
        : [pointRow]
    })
    .map((row, at) => ({ ...row, ...(row.broken ? {} : { at }) }) satisfies ChartRow)
  const text = (share: number) => percent(share)
  const now = rows.at(-1)
  const last =
    typeof now?.value === 'number'
      ? {
          text: text(now.value),
          style: { fontSize: 14, fontWeight: 600, fill: now.tone.ink, ...RIM },
        }
      : null
  return (
    <ResponsiveContainer width="100%" height={260}>
      <ComposedChart
        data={segments}
        margin={{ top: 18, right: 60, bottom: 4, left: 0 }}
        title={words.goals.names[goal]}
      >
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <ValueTip />
        <XAxis {...PLAIN_AXIS} dataKey="name" interval="equidistantPreserveStart" dy={8} />
        <YAxis
          {...PLAIN_AXIS}
          domain={[low, high]}
          ticks={[...ticks.filter((tick) => Math.abs(tick - target) > (high - low) / 12), target].sort((a, b) => a - b)}
          tick={({ x, y, payload }: Tick) => (
            <text
              x={x}
              y={Number(y) + 4}
              textAnchor="end"
              fontSize={12}
              fill={payload.value === target ? 'var(--ink)' : PLAIN_AXIS.tick.fill}
            >
              {payload.value === target ? words.reporting.goal.trend.target(text(target)) : text(payload.value)}
            </text>
          )}
          width={88}
        />
        <ReferenceLine y={target} {...TARGET_LINE} />
        {segments.map(({ name, broken }) => (broken ? <ReferenceLine key={name} x={name} {...MARK_LINE} /> : null))}
        <MarkNames
          marks={segments.flatMap(({ name, broken }) =>
            broken ? [{ at: name, name: words.reporting.goal.trend.broken[broken] }] : [],
          )}
        />
        <Bar dataKey="range" barSize={8} radius={4} isAnimationActive={false}>
          {segments.map(({ name, tone }) => (
            <Cell key={name} fill={tone.pale} />
          ))}
        </Bar>
        <Line
          dataKey="value"
          stroke="var(--soft)"
          strokeWidth={1}
          isAnimationActive={false}
          dot={({ key, cx, cy, index }) => (
            <circle
              key={key}
              cx={cx}
              cy={cy}
              r={segments[index]?.value === null ? 0 : index === segments.length - 1 ? 6 : 4}
              fill={segments[index]?.tone.ink}
            />
          )}
        >
          <LabelList
            dataKey="value"
            content={({ x, y, index }) =>
              index === segments.length - 1 && last ? (
                // The label stands to the right, because the line comes from the left.
                <text x={Number(x) + 12} y={Number(y) + 5} {...last.style}>
                  {last.text}
                </text>
              ) : null
            }
          />
        </Line>
      </ComposedChart>
    </ResponsiveContainer>
  )
}
