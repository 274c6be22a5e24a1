import { nearestPercent, percent } from '@wayproof/messages/number-format'
import {
  CartesianGrid,
  DefaultZIndexes,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  useChartWidth,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
  ZIndexLayer,
} from 'recharts'
import { useLanguage } from '../language.tsx'
import { axis } from './axis.ts'
import { MARK_LINE, PLAIN_AXIS, RIM } from './chart-style.ts'
import { MarkNames } from './mark-names.tsx'
import { nameWidth, placeEnds } from './name-places.ts'
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

/** Above the highest end there is room for its name. */
const NAME_ROOM = 1.1

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
  const ends = [
    ...(endBefore ? [{ ...endBefore, name: `${beforeName} ${nearestPercent(endBefore.share)}`, isFaint: true }] : []),
    ...(end ? [{ ...end, name: `${nowName} ${nearestPercent(end.share)}`, isFaint: false }] : []),
  ]
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
          domain={[up.low, Math.max(up.high, NAME_ROOM * Math.max(0, ...ends.map(({ share }) => share)))]}
          ticks={[...up.ticks]}
          tickFormatter={(value: number) => percent(value)}
          width={48}
        />
        <ValueTip />
        {marks.map(({ day, name }) => (
          <ReferenceLine key={name} x={day} {...MARK_LINE} />
        ))}
        <MarkNames marks={marks.map(({ day, name }) => ({ at: day, name }))} />
        <Line dataKey="before" stroke="var(--unknown)" strokeWidth={1.5} dot={false} isAnimationActive={false} />
        <Line dataKey="now" stroke="var(--ink)" strokeWidth={2} dot={false} isAnimationActive={false} />
        {end ? <ReferenceDot x={end.day} y={end.share} r={5} fill="var(--ink)" stroke="none" /> : null}
        <EndNames ends={ends} />
      </LineChart>
    </ResponsiveContainer>
  )
}

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
function EndNames({ ends }: EndNamesProps) {
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
