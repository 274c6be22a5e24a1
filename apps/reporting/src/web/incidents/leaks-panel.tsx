import { useQuery } from '@tanstack/react-query'
import { count, periodName } from '@wayproof/messages'
import type { VerdictOf } from '@wayproof/scorecard'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { CopyButton } from '../components/copy-button.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Loading } from '../components/loading.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import goal from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'
import { causeFill } from './cause-fill.ts'
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
  const { trend } = words.reporting.goal
  const [isTableShown, setIsTableShown] = useState(false)
  const query = useQuery(trpc.scorecard.leaks.queryOptions({ period }))
  if (query.isLoadingError) return <FaultPanel error={query.error} onAgain={() => void query.refetch()} />
  if (!query.data) return <Loading heights={[340]} />
  const year = verdict.period.slice(0, 4)
  const months = leakMonths(query.data, verdict.asOf)
  const causes = causesOf(query.data).map((cause) => ({ cause, name: words.registers.values[cause] ?? cause }))
  const monthName = (month: string) => (month.length === 4 ? text.unknownMonth : periodName(month, locale))
  const rows = months.map(({ month, counts, total }) => [
    monthName(month),
    ...causes.map(({ cause }) => count(counts[cause] ?? 0, locale)),
    count(total, locale),
  ])
  const heads = [text.month, ...causes.map(({ name }) => name), text.total]
  const title = text.title(year)
  const hasLeaks = causes.length > 0
  return (
    <Panel
      title={title}
      actions={
        hasLeaks ? (
          <>
            <LinkButton aria-pressed={isTableShown} onClick={() => setIsTableShown(!isTableShown)}>
              {isTableShown ? trend.chart : trend.table}
            </LinkButton>
            <span className={goal.dot}>·</span>
            <CopyButton rows={[heads, ...rows]} />
          </>
        ) : null
      }
    >
      {hasLeaks ? null : <p className={ui.soft}>{text.none(year)}</p>}
      {hasLeaks && isTableShown ? (
        <WideTable caption={title}>
          <thead>
            <tr>
              {heads.map((head, n) => (
                <th key={head} scope="col" data-number={n > 0 || undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([month, ...values]) => (
              <tr key={month}>
                <th scope="row">{month}</th>
                {values.map((value, n) => (
                  <td key={heads[n + 1]} data-number>
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </WideTable>
      ) : null}
      {hasLeaks && !isTableShown ? (
        <div
          className={goal.chart}
          role="img"
          aria-label={text.describe(
            title,
            query.data
              .map(({ month, cause, count: leaks }) =>
                [monthName(month), words.registers.values[cause] ?? cause, count(leaks, locale)].join(' '),
              )
              .join(words.reporting.shell.listed),
          )}
        >
          <Suspense fallback={null}>
            <LeakMonthsChart months={months} causes={causes} cap={verdict.figures.cap} />
          </Suspense>
        </div>
      ) : null}
      {hasLeaks && !isTableShown ? (
        <ul className={styles.legend}>
          {causes.map(({ cause, name }, n) => (
            <li key={cause}>
              <span className={styles.swatch} style={{ background: causeFill(n) }} aria-hidden="true" />
              {name}
            </li>
          ))}
          <li>
            <span className={styles.step} aria-hidden="true" />
            {text.total}
          </li>
        </ul>
      ) : null}
    </Panel>
  )
}
