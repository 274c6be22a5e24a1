import { day, percent, periodName } from '@wayproof/messages'
import { lazy, Suspense, useState } from 'react'
import type { Training } from '../api.ts'
import ui from '../components/components.module.css'
import { CopyButton } from '../components/copy-button.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import goal from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'
import styles from './training.module.css'

const CourseChart = lazy(() =>
  import('../charts/course-chart.tsx').then(({ CourseChart }) => ({ default: CourseChart })),
)

/** Shows the last weeks of the latest quarter, with the quarter before behind it. */
export function CoursePanel({ training, target }: { readonly training: Training; readonly target: number }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.goalPictures.training
  const { trend } = words.reporting.goal
  const [isTableShown, setIsTableShown] = useState(false)
  const latest = training.quarters.at(-1)
  const before = training.quarters.at(-2)
  const name = latest ? periodName(latest.quarter, locale) : ''
  const points = training.course.filter(({ share }) => share.denominator > 0)
  const rows = training.course.map(({ day: on, share }) => [
    day(on, locale),
    share.denominator === 0 ? words.reporting.shell.none : percent(share.numerator / share.denominator),
  ])
  const title = text.course(name)
  return (
    <Panel
      title={title}
      actions={
        points.length > 0 ? (
          <>
            <LinkButton aria-pressed={isTableShown} onClick={() => setIsTableShown(!isTableShown)}>
              {isTableShown ? trend.chart : trend.table}
            </LinkButton>
            <span className={goal.dot}>·</span>
            <CopyButton rows={[[text.day, trend.value], ...rows]} />
          </>
        ) : null
      }
    >
      {points.length === 0 ? <p className={ui.soft}>{trend.none}</p> : null}
      {points.length > 0 && isTableShown ? (
        <WideTable caption={title}>
          <thead>
            <tr>
              <th scope="col">{text.day}</th>
              <th scope="col" data-number>
                {trend.value}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([on, value]) => (
              <tr key={on}>
                <th scope="row">{on}</th>
                <td data-number>{value}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      ) : null}
      {points.length > 0 && !isTableShown ? (
        <div
          className={styles.chart}
          role="img"
          aria-label={trend.describe(title, rows.map((row) => row.join(' ')).join(words.reporting.shell.listed))}
        >
          <Suspense fallback={null}>
            <CourseChart
              course={training.course}
              before={training.courseBefore}
              beforeName={before ? periodName(before.quarter, locale) : ''}
              target={target}
            />
          </Suspense>
        </div>
      ) : null}
    </Panel>
  )
}
