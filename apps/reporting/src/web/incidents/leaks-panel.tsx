import { useQuery } from '@tanstack/react-query'
import { periodName } from '@wayproof/messages/date-format'
import { count } from '@wayproof/messages/number-format'
import type { VerdictOf } from '@wayproof/scorecard/verdict'
import { lazy } from 'react'
import { trpc } from '../api.ts'
import { ChartFigure } from '../chart-panel/chart-figure.tsx'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { causeFill, totalStroke } from './cause-fill.ts'
import styles from './incidents.module.css'
import { causesOf, leakMonths } from './leak-months.ts'

const LeakMonthsChart = lazy(() =>
  import('../charts/leak-months-chart.tsx').then(({ LeakMonthsChart }) => ({ default: LeakMonthsChart })),
)

interface LeaksPanelProps {
  readonly verdict: VerdictOf<'incident-reduction'>
  readonly period: string
}

/** Shows the leaks of the year by month and cause, and their total against the cap. */
export function LeaksPanel({ verdict, period }: LeaksPanelProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.goalPictures.leaks
  const query = useQuery(trpc.scorecard.leaks.queryOptions({ period }))
  if (query.isLoadingError) return <FaultPanel error={query.error} onAgain={() => void query.refetch()} />
  if (!query.data) return <Loading heights={[340]} />
  const year = verdict.period.slice(0, 4)
  const { leaks } = query.data
  const months = leakMonths(leaks, verdict.asOf)
  const causes = causesOf(leaks).map((cause) => ({ cause, name: words.registers.values[cause] ?? cause }))
  const monthName = (month: string) => (month.length === 4 ? text.unknownMonth : periodName(month, locale))
  const rows = months.map(({ month, counts, total }) => [
    monthName(month),
    ...causes.map(({ cause }) => count(counts[cause] ?? 0, locale)),
    count(total, locale),
  ])
  const heads = [text.month, ...causes.map(({ name }) => name), text.total]
  const title = text.title(year)
  const leaksText = leaks.map(({ month, cause, count: many }) =>
    [monthName(month), words.registers.values[cause] ?? cause, count(many, locale)].join(' '),
  )
  const { cap } = verdict.figures
  if (causes.length === 0)
    return (
      <Panel title={title}>
        <p className={ui.soft}>{text.none(year)}</p>
      </Panel>
    )
  return (
    <ChartPanel title={title} caption={title} columns={heads} rows={rows}>
      <ChartFigure label={text.describe(title, leaksText.join(words.reporting.shell.listed))}>
        <LeakMonthsChart title={title} months={months} causes={causes} cap={cap} />
      </ChartFigure>
      <ul className={styles.legend}>
        {causes.map(({ cause, name }, n) => (
          <li key={cause}>
            <span className={styles.swatch} style={{ background: causeFill(n) }} aria-hidden="true" />
            {name}
          </li>
        ))}
        <li>
          <span
            className={styles.step}
            style={{ background: totalStroke(months.at(-1)?.total ?? 0, cap) }}
            aria-hidden="true"
          />
          {text.total}
        </li>
      </ul>
    </ChartPanel>
  )
}
