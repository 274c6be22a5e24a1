import { useQuery } from '@tanstack/react-query'
import { periodName } from '@wayproof/messages/date-format'
import { count } from '@wayproof/messages/number-format'
import { lazy } from 'react'
import { type LeakPicture, trpc } from '../api.ts'
import { ChartFigure } from '../chart-panel/chart-figure.tsx'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import styles from './incidents.module.css'

const LeakRunChart = lazy(() =>
  import('../charts/leak-run-chart.tsx').then(({ LeakRunChart }) => ({ default: LeakRunChart })),
)

/** Shows the leaks of several years by month against the average of the baseline year. */
export function LeakRunPanel({ period }: { readonly period: string }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.goalPictures.run
  const query = useQuery(trpc.scorecard.leaks.queryOptions({ period }))
  if (query.isLoadingError) return <FaultPanel error={query.error} onAgain={() => void query.refetch()} />
  if (!query.data) return <Loading heights={[420]} />
  const { run } = query.data
  if (run.months.length === 0)
    return (
      <Panel title={text.title}>
        <p className={ui.soft}>{text.empty}</p>
      </Panel>
    )
  const { none, listed } = words.reporting.shell
  const number = (value: number | null) => (value === null ? none : count(value, locale))
  const isInSign = (month: string) => run.sign?.isSign && month >= run.sign.from && month <= run.sign.to
  const noteOf = (month: LeakPicture['run']['months'][number]) => {
    if (month.month === run.running) return text.running
    if (month.leaks === null) return text.gap
    if (month.isAbove) return text.above
    return isInSign(month.month) ? text.isSign : none
  }
  const rows = run.months.map((month) => [
    periodName(month.month, locale),
    ...[month.leaks, month.average, month.limit, month.bookings].map(number),
    noteOf(month),
  ])
  const columns = [
    words.reporting.goalPictures.leaks.month,
    text.leaks,
    text.average(run.baselineYear),
    text.limit,
    text.bookings,
    text.note,
  ]
  const separator = locale === 'en' ? ' ' : ''
  const sentences = text.sentences(run).join(separator)
  const [year, half] = [period.slice(0, 4), period.endsWith('H1') ? ['01', '06'] : ['07', '12']]
  return (
    <ChartPanel
      title={text.title}
      hint={sentences}
      caption={text.title}
      columns={columns}
      rows={rows}
      notes={<p className={styles.notes}>{text.notes(run).join(separator)}</p>}
    >
      <ChartFigure label={[text.title, sentences, ...rows.map(([month, leaks]) => `${month} ${leaks}`)].join(listed)}>
        <LeakRunChart title={text.title} run={run} half={[`${year}-${half[0]}`, `${year}-${half[1]}`]} />
      </ChartFigure>
      <Legend run={run} />
    </ChartPanel>
  )
}

function Legend({ run }: Pick<LeakPicture, 'run'>) {
  const { locale, words } = useLanguage()
  const text = words.reporting.goalPictures.run
  const bookings = run.months.flatMap((month) => (month.bookings === null ? [] : [month.bookings]))
  const [least, most] = [Math.min(...bookings), Math.max(...bookings)].map((value) => count(value, locale))
  const { labelled } = words.reporting.shell
  return (
    <ul className={styles.legend}>
      <li>
        <span className={styles.dot} aria-hidden="true" />
        {text.leaks}
      </li>
      {run.average === null ? null : (
        <>
          <li>
            <span className={styles.step} style={{ background: 'var(--unknown)' }} aria-hidden="true" />
            {labelled(text.average(run.baselineYear), count(run.average, locale))}
          </li>
          <li>
            <span className={styles.dashed} aria-hidden="true" />
            {text.limit}
          </li>
        </>
      )}
      {bookings.length > 0 ? (
        <li>
          <span className={styles.swatch} style={{ background: 'var(--unknown)', opacity: 0.35 }} aria-hidden="true" />
          {labelled(text.bookings, `${least}–${most}`)}
        </li>
      ) : null}
    </ul>
  )
}
