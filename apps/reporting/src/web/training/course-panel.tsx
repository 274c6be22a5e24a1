import { day, periodName } from '@wayproof/messages/date-format'
import { percent } from '@wayproof/messages/number-format'
import { lazy } from 'react'
import type { Training } from '../api.ts'
import { ChartFigure } from '../chart-panel/chart-figure.tsx'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'

const CourseChart = lazy(() =>
  import('../charts/course-chart.tsx').then(({ CourseChart }) => ({ default: CourseChart })),
)

/** Shows the last weeks of the latest quarter, with the quarter before behind it. */
export function CoursePanel({ training, target }: { readonly training: Training; readonly target: number }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.goalPictures.training
  const { trend } = words.reporting.goal
  const { course, courseBefore } = training
  const latest = training.quarters.at(-1)
  const before = training.quarters.at(-2)
  const title = text.course(latest ? periodName(latest.quarter, locale) : '')
  const beforeName = before ? periodName(before.quarter, locale) : ''
  const shareText = (point: Training['course'][number] | undefined) =>
    point && point.share.denominator > 0
      ? percent(point.share.numerator / point.share.denominator)
      : words.reporting.shell.none
  // The quarter before is aligned by the weeks left.
  const rows = course.map((point, n) => [
    day(point.day, locale),
    shareText(point),
    shareText(courseBefore.at(n - course.length)),
  ])
  if (course.every(({ share }) => share.denominator === 0))
    return (
      <Panel title={title}>
        <p className={ui.soft}>{trend.none}</p>
      </Panel>
    )
  const valueText = rows.map(([on, value]) => `${on} ${value}`).join(words.reporting.shell.listed)
  return (
    <ChartPanel title={title} caption={title} columns={[text.day, trend.value, beforeName]} rows={rows}>
      <ChartFigure label={trend.describe(title, valueText)}>
        <CourseChart title={title} course={course} before={courseBefore} beforeName={beforeName} target={target} />
      </ChartFigure>
    </ChartPanel>
  )
}
