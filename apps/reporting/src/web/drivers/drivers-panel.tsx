import { useQuery } from '@tanstack/react-query'
import { coefficient } from '@wayproof/messages'
import { lazy, Suspense } from 'react'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import styles from './drivers.module.css'
import { DriversTable } from './drivers-table.tsx'

const DriverChart = lazy(() =>
  import('../charts/driver-chart.tsx').then(({ DriverChart }) => ({ default: DriverChart })),
)

/** Shows which aspects correlate with satisfaction, as a chart and a table. */
export function DriversPanel({ period }: { readonly period: string }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.drivers
  const { data, error } = useQuery(trpc.driver.analysis.queryOptions({ period }))
  const nameOf = (item: string) => data?.items[item]?.[locale] ?? item
  const descriptions = data?.places.map(({ item, importance, performance }) =>
    text.describe(nameOf(item), coefficient(importance), words.reporting.breakdown.share(performance)),
  )
  return (
    <Panel title={text.title}>
      {error ? <ErrorNote error={error} /> : null}
      {data?.notShown ? <p className={ui.soft}>{text.notShown[data.notShown]}</p> : null}
      {data?.mean ? (
        <>
          <p className={ui.soft}>{text.lead}</p>
          <div className={styles.both}>
            <div className={styles.chart} role="img" aria-label={descriptions?.join(words.reporting.shell.listed)}>
              <Suspense fallback={null}>
                <DriverChart places={data.places} mean={data.mean} />
              </Suspense>
            </div>
            <DriversTable places={data.places} nameOf={nameOf} />
          </div>
          <p className={styles.cause}>{text.cause}</p>
          <p className={ui.more}>{text.method}</p>
          {data.left.length > 0 ? (
            <p className={ui.more}>{text.left(data.minimum, data.left.map(nameOf).join(text.listed))}</p>
          ) : null}
        </>
      ) : null}
    </Panel>
  )
}
