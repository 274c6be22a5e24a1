import { nearestPercent, percent } from '@wayproof/messages'
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts'
import { useLanguage } from '../language.tsx'
import { axis } from './axis.ts'
import { MARK_LABEL, MARK_LINE, PLAIN_AXIS } from './chart-style.ts'
import { ValueTip } from './value-tip.tsx'

interface Point {
  readonly day: number
  readonly share: number
}

interface ResponseChartProps {
  readonly now: readonly Point[]
  readonly before: readonly Point[]
  readonly nowName: string
  readonly beforeName: string
  /** Days on which reminders begin. */
  readonly marks: readonly { readonly day: number; readonly name: string }[]
  readonly length: number
  readonly dateOf: (day: number) => string
}

/** Draws the share of the invited who had answered by each day, with the last wave in gray behind it. */
export function ResponseChart({ now, before, nowName, beforeName, marks, length, dateOf }: ResponseChartProps) {
  const { words } = useLanguage()
  const text = words.reporting.wavePages.progress.curve
  const last = Math.max(length, now.at(-1)?.day ?? 1, before.at(-1)?.day ?? 1)
  const shareAt = (points: readonly Point[], day: number) =>
    day === 0 ? (points.length > 0 ? 0 : null) : (points[day - 1]?.share ?? null)
  const rows = Array.from({ length: last + 1 }, (_, day) => {
    return { ...(day > 0 && { at: day - 1 }), day, now: shareAt(now, day), before: shareAt(before, day) }
  })
  const up = axis([0, ...now.map(({ share }) => share), ...before.map(({ share }) => share)])
  const [end, endBefore] = [now.at(-1), before.at(-1)]
  // Two curves that end near each other are named on both sides.
  const isCrowded =
    end !== undefined && endBefore !== undefined && endBefore.share >= end.share && end.day * 1.5 > endBefore.day
  const ticks = [...new Set([1, ...marks.map(({ day }) => day), last])].filter((day) => day <= last)
  return (
    <ResponsiveContainer width="100%" height={280}>
      <LineChart data={rows} margin={{ top: 24, right: 24, bottom: 4, left: 0 }} title={text.title}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis
          {...PLAIN_AXIS}
          type="number"
          dataKey="day"
          domain={[0, last]}
          ticks={ticks}
          tickFormatter={dateOf}
          interval="preserveStartEnd"
          dy={8}
        />
        <YAxis
          {...PLAIN_AXIS}
          domain={[up.low, up.high]}
          ticks={[...up.ticks]}
          tickFormatter={(value: number) => percent(value)}
          width={48}
        />
        <ValueTip />
        {marks.map(({ day, name }) => (
          <ReferenceLine key={name} x={day} {...MARK_LINE} label={{ value: name, ...MARK_LABEL }} />
        ))}
        <Line dataKey="before" stroke="var(--unknown)" strokeWidth={1.5} dot={false} isAnimationActive={false} />
        <Line dataKey="now" stroke="var(--ink)" strokeWidth={2} dot={false} isAnimationActive={false} />
        {endBefore ? (
          <ReferenceDot
            x={endBefore.day}
            y={endBefore.share}
            r={0}
            label={(spot: Spot) => (
              <EndLabel
                {...spot}
                isLeft={endBefore.day * 2 > last}
                below={end !== undefined && end.share > endBefore.share}
                isFaint
                fill="var(--soft)"
              >
                {`${beforeName} ${nearestPercent(endBefore.share)}`}
              </EndLabel>
            )}
          />
        ) : null}
        {end ? (
          <ReferenceDot
            x={end.day}
            y={end.share}
            r={5}
            fill="var(--ink)"
            stroke="none"
            label={(spot: Spot) => (
              <EndLabel {...spot} isLeft={end.day * 2 > last} below={isCrowded} fill="var(--ink)">
                {`${nowName} ${nearestPercent(end.share)}`}
              </EndLabel>
            )}
          />
        ) : null}
      </LineChart>
    </ResponsiveContainer>
  )
}

interface Spot {
  readonly viewBox?: { readonly x?: number; readonly y?: number; readonly width?: number; readonly height?: number }
}

interface EndLabelProps extends Spot {
  /** In the right half of the chart, the label ends at its point, so that it is not cut off. */
  readonly isLeft: boolean
  readonly below: boolean
  readonly isFaint?: boolean
  readonly fill: string
  readonly children: string
}

/** Names a curve at its end: above it, or below it where another curve lies above. */
const EndLabel = ({ viewBox, isLeft, below, isFaint = false, fill, children }: EndLabelProps) => (
  <text
    x={(viewBox?.x ?? 0) + (viewBox?.width ?? 0) / 2 + (isLeft ? 6 : -6)}
    y={(viewBox?.y ?? 0) + (viewBox?.height ?? 0) / 2 + (below ? 24 : -12)}
    textAnchor={isLeft ? 'end' : 'start'}
    fontSize={12}
    fontWeight={isFaint ? 400 : 600}
    fill={fill}
  >
    {children}
  </text>
)
