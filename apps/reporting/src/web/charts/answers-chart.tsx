import { count } from '@wayproof/messages'
import type { Funnel } from '@wayproof/survey'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useLanguage } from '../language.tsx'

const label = { fontSize: 12, fill: 'var(--faint)' }

/** Draws the answers per day as columns on an axis from 0. */
export function AnswersChart({ days }: { readonly days: Funnel['days'] }) {
  const { locale } = useLanguage()
  const short = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  })
  const rows = days.map((answerDay) => ({
    on: short.format(Date.parse(`${answerDay.day}T00:00:00Z`)),
    count: answerDay.count,
  }))
  return (
    <ResponsiveContainer width="100%" height={200}>
      <BarChart data={rows} margin={{ top: 8, right: 8, bottom: 4, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="on" tick={label} tickLine={false} axisLine={false} dy={8} minTickGap={16} />
        <YAxis
          allowDecimals={false}
          tick={label}
          tickFormatter={(value: number) => count(value, locale)}
          tickLine={false}
          axisLine={false}
          width={48}
        />
        <Bar dataKey="count" fill="var(--accent)" radius={[2, 2, 0, 0]} maxBarSize={28} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  )
}
