import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useLocation } from '@tanstack/react-router'
import { day, periodName } from '@wayproof/messages/date-format'
import { count, percent } from '@wayproof/messages/number-format'
import type { MissingWhy } from '@wayproof/scorecard/goals/missing-row'
import { lazy } from 'react'
import { type GoalView, type MissingView, type Training, trpc } from '../api.ts'
import { ChartFigure } from '../chart-panel/chart-figure.tsx'
import { ChartPanel } from '../chart-panel/chart-panel.tsx'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { Panel } from '../components/panel.tsx'
import goal from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'
import { MissingLists, missingPlace } from '../missing-rows/missing-lists.tsx'
import styles from './training.module.css'
import { UnitMatrix } from './unit-matrix.tsx'

const route = getRouteApi('/inside/goal/$goal')

/** Shows training by unit and quarter, or the people who are missing; the address says which. */
export function TrainingPicture({ view, period }: { readonly view: GoalView; readonly period: string }) {
  const { words } = useLanguage()
  const text = words.reporting.goalPictures.training
  const { listed } = route.useSearch()
  // Links of the scorecard lead to the list of a quarter.
  const isListAsked = useLocation().hash.startsWith(missingPlace())
  const isListed = listed === 'person' || isListAsked
  const training = useQuery(trpc.scorecard.training.queryOptions({ period }))
  const { verdict } = view
  return (
    <>
      <nav className={styles.switch} aria-label={text.views}>
        {([undefined, 'person'] as const).map((target) => (
          <Link
            key={target ?? 'unit'}
            to="."
            search={({ listed: _, ...search }) => ({ ...search, ...(target && { listed: target }) })}
            hash=""
            resetScroll={false}
            replace
            aria-current={isListed === (target === 'person') ? 'page' : undefined}
          >
            {target ? text.byPerson : text.byUnit}
          </Link>
        ))}
      </nav>
      {isListed ? <MissingLists verdict={verdict} lists={view.missing} /> : null}
      {!isListed && training.isLoadingError ? (
        <FaultPanel error={training.error} onAgain={() => void training.refetch()} />
      ) : null}
      {!isListed && training.isPending ? <Loading heights={[420]} /> : null}
      {!isListed && training.data ? (
        <div className={`${goal.pair} ${styles.pair}`}>
          <UnitMatrix training={training.data} target={verdict.target} />
          <div className={styles.aside}>
            <CoursePanel training={training.data} target={verdict.target} />
            <NeedsPanel lists={view.missing} />
          </div>
        </div>
      ) : null}
    </>
  )
}

const CourseChart = lazy(() =>
  import('../charts/course-chart.tsx').then(({ CourseChart }) => ({ default: CourseChart })),
)

/** Shows the last weeks of the latest quarter, with the quarter before behind it. */
function CoursePanel({ training, target }: { readonly training: Training; readonly target: number }) {
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

/** Groups the people missing from the latest quarter by what they need next. */
function NeedsPanel({ lists }: { readonly lists: readonly MissingView[] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.goalPictures.training
  const latest = lists.at(-1)
  if (!latest) return null
  const needs = needsOf(latest.rows)
  const hasPeople = needs.length > 0
  return (
    <Panel
      title={text.who}
      actions={
        <Link className={ui.quiet} to="." search={(search) => ({ ...search, listed: 'person' })} resetScroll={false}>
          {hasPeople ? text.names : text.list}
        </Link>
      }
    >
      {hasPeople ? (
        <Facts
          className={styles.needs}
          facts={needs.map(({ why, people }) => [words.scorecard.why[why], count(people, locale)] as const)}
        />
      ) : (
        <p className={ui.soft}>{latest.rows.length > 0 || latest.tooFew ? text.unitsOnly : text.nobody}</p>
      )}
    </Panel>
  )
}

interface Need {
  readonly why: MissingWhy
  readonly people: number
}

/** Counts missing people by reason, the most frequent first; empty for a reader who sees units only. */
function needsOf(rows: MissingView['rows']): readonly Need[] {
  const counts = new Map<MissingWhy, number>()
  for (const row of rows) if ('why' in row) counts.set(row.why, (counts.get(row.why) ?? 0) + 1)
  return [...counts].map(([why, people]) => ({ why, people })).toSorted((a, b) => b.people - a.people)
}
