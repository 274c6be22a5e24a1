import { useQuery } from '@tanstack/react-query'
import { coefficient } from '@wayproof/messages/number-format'
import { lazy, useState } from 'react'
import { trpc } from '../api.ts'
import { ChartFigure } from '../chart-panel/chart-figure.tsx'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import styles from './drivers.module.css'

const DriverChart = lazy(() =>
  import('../charts/driver-chart.tsx').then(({ DriverChart }) => ({ default: DriverChart })),
)

/** Shows which aspects correlate with satisfaction, as a chart of numbered dots with their names below. */
export function DriversPanel({ period }: { readonly period: string }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.drivers
  const { columns } = text
  const { share } = words.reporting.breakdown
  const [shownIndex, setShownIndex] = useState<number>()
  const { data, error } = useQuery(trpc.driver.analysis.queryOptions({ period }))
  const nameOf = (item: string) => data?.items[item]?.[locale] ?? item
  const places = data?.places ?? []
  const descriptions = places.map(({ item, importance, performance }) =>
    text.describe(nameOf(item), coefficient(importance), share(performance)),
  )
  return (
    <ChartPanel
      title={text.title}
      hint={text.lead}
      caption={text.caption}
      columns={[
        columns.aspect,
        columns.importance,
        columns.interval,
        columns.performance,
        columns.people,
        columns.place,
      ]}
      rows={places.map(({ item, importance, lower, upper, performance, people, quadrant }) => [
        nameOf(item),
        coefficient(importance),
        text.interval(coefficient(lower), coefficient(upper)),
        share(performance),
        text.people(people),
        text.quadrants[quadrant],
      ])}
      notes={
        data?.mean ? (
          <div className={styles.notes}>
            <p className={styles.cause}>{text.cause}</p>
          </div>
        ) : null
      }
    >
      {error ? <ErrorNote error={error} /> : null}
      {data?.notShown ? <p className={ui.soft}>{text.notShown[data.notShown]}</p> : null}
      {data?.mean ? (
        <div className={styles.split}>
          <div>
            <ChartFigure label={descriptions.join(words.reporting.shell.listed)}>
              <DriverChart places={places} mean={data.mean} shown={shownIndex} onShow={setShownIndex} />
            </ChartFigure>
            <div className={styles.notes}>
              <p>{text.method}</p>
              {data.left.length > 0 ? <p>{text.left(data.minimum, data.left.map(nameOf).join(text.listed))}</p> : null}
            </div>
          </div>
          <ol className={styles.names}>
            {places.map(({ item, quadrant }, at) => (
              <li key={item} data-quadrant={quadrant}>
                <span className={styles.number}>{at + 1}</span>
                <button
                  type="button"
                  className={styles.name}
                  onFocus={() => setShownIndex(at)}
                  onBlur={() => setShownIndex(undefined)}
                  onMouseEnter={() => setShownIndex(at)}
                  onMouseLeave={() => setShownIndex(undefined)}
                >
                  {nameOf(item)}
                </button>
                <span className={styles.quadrant}>{text.quadrants[quadrant]}</span>
              </li>
            ))}
          </ol>
        </div>
      ) : null}
    </ChartPanel>
  )
}
