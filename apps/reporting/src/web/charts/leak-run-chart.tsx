import { count } from '@wayproof/messages/number-format'
import {
  Bar,
  CartesianGrid,
  Cell,
  ComposedChart,
  Line,
  ReferenceArea,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts'
import type { LeakPicture } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { PLAIN_AXIS } from './chart-style.ts'
import { ValueTip } from './value-tip.tsx'

interface LeakRunChartProps {
  readonly title: string
  readonly run: LeakPicture['run']
  /** First and last month of the half-year. */
  readonly half: readonly [first: string, last: string]
}

const AXIS_WIDTH = 36
const RIGHT = 12

/** Draws the leaks of each month between average and limit, and its bookings below. */
export function LeakRunChart({ title, run, half }: LeakRunChartProps) {
  const { locale, words } = useLanguage()
  const { months, running, sign } = run
  const rows = months.map((month, at) => ({ at, ...month }))
  const inHalf = months.filter(({ month }) => month >= half[0] && month <= half[1]).map(({ month }) => month)
  const counts = countTicks(Math.max(1, ...months.flatMap(({ leaks, limit }) => [leaks ?? 0, limit ?? 0])))
  const hasBookings = months.some(({ bookings }) => bookings !== null)
  const ticks = months.map(({ month }) => month).filter((month) => ['01', '04', '07', '10'].includes(month.slice(5)))
  const axis = { ...PLAIN_AXIS, dataKey: 'month', ticks, interval: 0, scale: 'band' } as const
  return (
    <>
      <ResponsiveContainer width="100%" height={230}>
        <ComposedChart data={rows} margin={{ top: 8, right: RIGHT, bottom: 12, left: 0 }} title={title}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <ValueTip />
          <XAxis {...axis} tick={(tick) => <MonthTick {...tick} locale={locale} />} />
          <YAxis
            {...PLAIN_AXIS}
            domain={[0, counts.at(-1)!]}
            ticks={counts}
            tickFormatter={(value: number) => count(value, locale)}
            width={AXIS_WIDTH}
          />
          {inHalf.length > 0 ? (
            <ReferenceArea x1={inHalf[0]!} x2={inHalf.at(-1)!} fill="var(--accent-pale)" fillOpacity={1} />
          ) : null}
          {sign?.isSign ? (
            <ReferenceArea
              x1={sign.from}
              x2={sign.to}
              fill="none"
              stroke="var(--accent)"
              strokeWidth={1.5}
              radius={6}
            />
          ) : null}
          <Line
            dataKey="limit"
            type="step"
            stroke="var(--soft)"
            strokeDasharray="5 3"
            dot={false}
            isAnimationActive={false}
          />
          <Line dataKey="average" type="step" stroke="var(--unknown)" dot={false} isAnimationActive={false} />
          <Line
            dataKey="leaks"
            stroke="var(--ink)"
            strokeWidth={1.5}
            isAnimationActive={false}
            dot={({ key, cx, cy, index }) => {
              const row = rows[index]
              if (!row || row.leaks === null || cx === undefined || cy === undefined) return <g key={key} />
              if (row.isAbove)
                return <rect key={key} x={cx - 4.5} y={cy - 4.5} width={9} height={9} rx={1} fill="var(--missed)" />
              const isRunning = row.month === running
              return (
                <circle
                  key={key}
                  cx={cx}
                  cy={cy}
                  r={3}
                  fill={isRunning ? 'var(--surface)' : 'var(--ink)'}
                  stroke="var(--ink)"
                  strokeWidth={1.5}
                />
              )
            }}
          />
        </ComposedChart>
      </ResponsiveContainer>
      {hasBookings ? (
        <ResponsiveContainer width="100%" height={56}>
          <ComposedChart
            data={rows}
            margin={{ top: 4, right: RIGHT, bottom: 0, left: AXIS_WIDTH }}
            title={words.reporting.goalPictures.run.bookings}
          >
            <ValueTip />
            <XAxis {...axis} hide />
            <YAxis hide domain={[0, 'dataMax']} />
            <Bar dataKey="bookings" isAnimationActive={false} maxBarSize={20}>
              {rows.map(({ month }) => (
                <Cell
                  key={month}
                  fill={inHalf.includes(month) ? 'var(--accent)' : 'var(--unknown)'}
                  fillOpacity={inHalf.includes(month) ? 0.55 : 0.35}
                />
              ))}
            </Bar>
          </ComposedChart>
        </ResponsiveContainer>
      ) : null}
    </>
  )
}

/** Even whole steps from 0, the last one above the highest count. */
function countTicks(highest: number): number[] {
  const step = Math.ceil((highest + 1) / 4)
  return Array.from({ length: Math.ceil((highest + 1) / step) + 1 }, (_, n) => n * step)
}

interface MonthTickProps {
  readonly x?: number | string
  readonly y?: number | string
  readonly payload?: { readonly value: string }
  readonly locale: string
}

const INITIALS: Readonly<Record<string, string>> = { '01': 'J', '04': 'A', '07': 'J', '10': 'O' }

/** The first month of each quarter, and the year below January. */
function MonthTick({ x, y, payload, locale }: MonthTickProps) {
  const [year = '', month = ''] = (payload?.value ?? '').split('-')
  const [left, top] = [Number(x), Number(y)]
  return (
    <text textAnchor="middle" fontSize={12} fill="var(--faint)">
      <tspan x={left} y={top + 8}>
        {locale === 'en' ? INITIALS[month] : Number(month)}
      </tspan>
      {month === '01' ? (
        <tspan x={left} y={top + 23}>
          {year}
        </tspan>
      ) : null}
    </text>
  )
}
