import { count, day } from '@wayproof/messages'
import type { Funnel } from '@wayproof/survey'
import { lazy, Suspense, useState } from 'react'
import ui from '../components/components.module.css'
import { CopyButton } from '../components/copy-button.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { CountedNote } from './counted-note.tsx'
import styles from './waves.module.css'

const AnswersChart = lazy(() =>
  import('../charts/answers-chart.tsx').then(({ AnswersChart }) => ({ default: AnswersChart })),
)

/** Shows answers per day, without groups, so that nobody can be identified. */
export function AnswersPanel({ funnel }: { readonly funnel: Funnel }) {
  const { counted, days, withdrawn } = funnel
  const { locale, words } = useLanguage()
  const text = words.reporting.waves.days
  const chart = words.reporting.goal.trend
  const [isTableShown, setIsTableShown] = useState(false)
  const rows = days.map((answerDay) => [day(answerDay.day, locale), count(answerDay.count, locale)] as const)
  return (
    <Panel
      title={text.title}
      actions={
        days.length > 0 ? (
          <>
            <LinkButton aria-pressed={isTableShown} onClick={() => setIsTableShown(!isTableShown)}>
              {isTableShown ? chart.chart : chart.table}
            </LinkButton>
            <span>·</span>
            <CopyButton rows={[[text.day, text.answers], ...rows]} />
          </>
        ) : null
      }
    >
      {counted.kind !== 'not-yet' && days.length === 0 ? <p className={ui.soft}>{text.none}</p> : null}
      <CountedNote funnel={funnel} />
      {days.length > 0 && !isTableShown ? (
        <div className={styles.chart} role="img" aria-label={rows.map((row) => row.join(' ')).join(', ')}>
          <Suspense fallback={null}>
            <AnswersChart days={days} />
          </Suspense>
        </div>
      ) : null}
      {days.length > 0 && isTableShown ? (
        <WideTable caption={text.caption}>
          <thead>
            <tr>
              <th scope="col">{text.day}</th>
              <th scope="col" data-number>
                {text.answers}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([on, answers]) => (
              <tr key={on}>
                <th scope="row">{on}</th>
                <td data-number>{answers}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      ) : null}
      {withdrawn !== null && withdrawn > 0 ? <p className={ui.soft}>{text.withdrawn(withdrawn)}</p> : null}
    </Panel>
  )
}
