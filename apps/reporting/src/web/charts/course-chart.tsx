import { day } from '@wayproof/messages/date-format'
import { percent } from '@wayproof/messages/number-format'
import { CartesianGrid, LabelList, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import type { Training } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { axis } from './axis.ts'
import { PLAIN_AXIS, RIM, TARGET_LABEL, TARGET_LINE } from './chart-style.ts'
import { ValueTip } from './value-tip.tsx'

interface CourseChartProps {
  readonly title: string
  readonly course: Training['course']
  readonly before: Training['courseBefore']
  readonly beforeName: string
  readonly target: number
}

const ratioOf = (point: Training['course'][number] | undefined) =>
  point && point.share.denominator > 0 ? point.share.numerator / point.share.denominator : null

/** Draws the share week by week against the target; the quarter before is aligned by the weeks left. */
export function CourseChart({ title, course, before, beforeName, target }: CourseChartProps) {
  const { locale, words } = useLanguage()
  const rows = course.map((point, n) => ({
    at: n,
    day: point.day,
    now: ratioOf(point),
    before: ratioOf(before.at(n - course.length)),
  }))
  const values = rows.flatMap(({ now, before: earlier }) => [now, earlier]).filter((value) => value !== null)
  const { low, high, ticks } = axis([...values, target])
  const last = rows.at(-1)
  return (
    <ResponsiveContainer width="100%" height={220}>
      <LineChart data={rows} margin={{ top: 16, right: 56, bottom: 4, left: 0 }} title={title}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <ValueTip />
        <XAxis
          {...PLAIN_AXIS}
          dataKey="day"
          ticks={rows.length > 1 ? [rows[0]!.day, last!.day] : rows.map((row) => row.day)}
          tickFormatter={(on: string) => day(on, locale).replace(/ \d{4}$|^\d{4}年/, '')}
          dy={8}
        />
        <YAxis
          {...PLAIN_AXIS}
          domain={[low, high]}
          ticks={[...ticks]}
          tickFormatter={(share: number) => percent(share)}
          width={48}
        />
        <ReferenceLine
          y={target}
          {...TARGET_LINE}
          label={{ value: words.reporting.goal.trend.target(percent(target)), ...TARGET_LABEL }}
        />
        <Line dataKey="before" stroke="var(--unknown)" strokeWidth={1.5} dot={false} isAnimationActive={false}>
          <LabelList
            dataKey="before"
            content={({ x, y, index }) =>
              index === 0 ? (
                <text x={Number(x) + 4} y={Number(y) + 16} fontSize={12} fill="var(--soft)" {...RIM}>
                  {beforeName}
                </text>
              ) : null
            }
          />
        </Line>
        <Line
          dataKey="now"
          stroke="var(--ink)"
          strokeWidth={2}
          dot={{ r: 2.5, fill: 'var(--ink)' }}
          isAnimationActive={false}
        >
          <LabelList
            dataKey="now"
            content={({ x, y, index }) =>
              index === rows.length - 1 && last && last.now !== null ? (
                <text x={Number(x) + 8} y={Number(y) + 4} fontSize={13} fontWeight={600} fill="var(--ink)">
                  {percent(last.now)}
                </text>
              ) : null
            }
          />
        </Line>
      </LineChart>
    </ResponsiveContainer>
  )
}
