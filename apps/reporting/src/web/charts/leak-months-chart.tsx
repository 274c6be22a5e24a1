import { periodName } from '@wayproof/messages/date-format'
import { count } from '@wayproof/messages/number-format'
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  LabelList,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts'
import { causeFill, totalStroke } from '../incidents/cause-fill.ts'
import type { LeakMonth } from '../incidents/leak-months.ts'
import { useLanguage } from '../language.tsx'
import { PLAIN_AXIS, TARGET_LABEL, TARGET_LINE } from './chart-style.ts'
import { ValueTip } from './value-tip.tsx'

interface LeakMonthsChartProps {
  readonly title: string
  readonly months: readonly LeakMonth[]
  /** The most frequent first. */
  readonly causes: readonly { readonly cause: string; readonly name: string }[]
  readonly cap: number
}

/** Stacks the leaks of each month by cause; the line is the total so far, which the cap limits. */
export function LeakMonthsChart({ title, months, causes, cap }: LeakMonthsChartProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.goalPictures.leaks
  const rows = months.map(({ month, counts, total }, at) => ({ at, month, total, ...counts }))
  const total = months.at(-1)?.total ?? 0
  const high = Math.max(cap, total) + 1
  const stroke = totalStroke(total, cap)
  return (
    <ResponsiveContainer width="100%" height={300}>
      <ComposedChart data={rows} margin={{ top: 18, right: 64, bottom: 4, left: 0 }} title={title}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <ValueTip />
        <XAxis
          {...PLAIN_AXIS}
          dataKey="month"
          interval="preserveStartEnd"
          tickFormatter={(month: string) => (month.length === 4 ? '?' : shortMonth(month, periodName(month, locale)))}
          dy={8}
        />
        <YAxis
          {...PLAIN_AXIS}
          domain={[0, high]}
          allowDecimals={false}
          tickFormatter={(value: number) => count(value, locale)}
          width={44}
        />
        <ReferenceLine
          y={cap}
          {...TARGET_LINE}
          label={{ value: words.reporting.goal.trend.cap(count(cap, locale)), ...TARGET_LABEL }}
        />
        {causes.map(({ cause, name }, n) => (
          <Bar
            key={cause}
            dataKey={cause}
            name={name}
            stackId="leaks"
            barSize={20}
            fill={causeFill(n)}
            stroke="var(--surface)"
            isAnimationActive={false}
          />
        ))}
        <Line
          dataKey="total"
          name={text.total}
          type="stepAfter"
          stroke={stroke}
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        >
          <LabelList
            dataKey="total"
            content={({ x, y, index }) =>
              index === rows.length - 1 ? (
                <text x={Number(x) + 8} y={Number(y) + 5} fontSize={14} fontWeight={600} fill={stroke}>
                  {count(total, locale)}
                </text>
              ) : null
            }
          />
        </Line>
      </ComposedChart>
    </ResponsiveContainer>
  )
}

/** The first three letters of an English month; Chinese months lose their year. */
const shortMonth = (month: string, name: string) =>
  name.startsWith(month.slice(0, 4)) ? name.slice(5) : name.slice(0, 3)
