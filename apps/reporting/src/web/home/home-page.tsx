import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { day, moment } from '@wayproof/messages/date-format'
import { leftText } from '@wayproof/messages/deadline-text'
import { placeOf } from '@wayproof/oversight/deadlines/deadline-place'
import type { ListedDeadline } from '@wayproof/oversight/deadlines/read-deadlines'
import { isOverdue, timeLeft } from '@wayproof/oversight/deadlines/urgency'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { Suspense, useEffect, useId, useState } from 'react'
import { trpc } from '../api.ts'
import { WaitingApprovals } from '../approvals/waiting-approvals.tsx'
import ui from '../components/components.module.css'
import { Loading } from '../components/loading.tsx'
import { Panel } from '../components/panel.tsx'
import { dueShape } from '../deadlines/due-mark.tsx'
import { TaskSentence } from '../deadlines/task-sentence.tsx'
import { useWaiting } from '../deadlines/use-deadlines.ts'
import { useOpenDecisions } from '../decisions/use-asked.ts'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { GoalTable } from '../goal-table/goal-table.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { AskedDecisions, BelowGoals, FirstRun, HealthNotes, TakenPanel } from '../on-demand.ts'
import { isManager } from '../people/roles.ts'
import { ChangesPanel, hasChanges } from '../scorecard/changes-panel.tsx'
import { HalfYearFacts } from '../scorecard/half-year-facts.tsx'
import { isEmpty } from '../scorecard/is-empty.ts'
import { NothingYet } from '../scorecard/nothing-yet.tsx'
import { ResultHead } from '../scorecard/result-head.tsx'
import { ShownScorecard } from '../scorecard/shown-scorecard.tsx'
import styles from './home.module.css'
import waitingStyles from './waiting.module.css'

const route = getRouteApi('/inside/')

/** The first page after sign-in: the steps of the first run until they are over, then the half-year of the address. */
export function HomePage() {
  const { period } = route.useSearch()
  const { user } = useMe()
  const isOfficer = user?.role === 'officer'
  const firstRun = useQuery({ ...trpc.firstRun.steps.queryOptions(), enabled: isOfficer })
  if (isOfficer && firstRun.isPending) return <Loading heights={[76, 480]} />
  const guide =
    firstRun.data && !firstRun.data.isOver ? (
      <Suspense fallback={<Loading heights={[76, 480]} />}>
        <FirstRun view={firstRun.data} />
      </Suspense>
    ) : null
  if (guide && !firstRun.data?.hasWave) return guide
  return (
    <>
      {guide ? <div className={styles.notes}>{guide}</div> : null}
      {user && isManager(user.role) ? (
        <Suspense>
          <div className={styles.notes}>
            <HealthNotes />
          </div>
        </Suspense>
      ) : null}
      <ShownScorecard asked={period} render={(scorecard) => <HomeView scorecard={scorecard} />} />
    </>
  )
}

/** Roles that read what executives decided. */
const DECISION_READERS: readonly string[] = ['officer', 'auditor']

/** The reader’s tasks, the goals, coming days and decisions. Executives, who have no tasks, decide first. */
function HomeView({ scorecard }: { readonly scorecard: Scorecard }) {
  const { user } = useMe()
  const open = useOpenDecisions(scorecard.period)
  const isPainted = useAfterPaint()
  const facts = <HalfYearFacts scorecard={scorecard} />
  if (isEmpty(scorecard))
    return (
      <div className={styles.home}>
        <NothingYet scorecard={scorecard} isOfficer={user?.role === 'officer'} recorded={facts} />
        <WaitingApprovals />
        <WaitingPanel />
        {isPainted ? (
          <Suspense>
            <BelowGoals />
          </Suspense>
        ) : null}
      </div>
    )
  const changes = hasChanges(scorecard.changes) ? <ChangesPanel changes={scorecard.changes} /> : null
  const isExecutive = user?.role === 'executive'
  const head = (
    <ResultHead scorecard={scorecard} asked={open}>
      {facts}
    </ResultHead>
  )
  const below = isPainted ? (
    <Suspense fallback={<Loading heights={[180, 160]} />}>
      <BelowGoals />
    </Suspense>
  ) : (
    <Loading heights={[180, 160]} />
  )
  if (isExecutive)
    return (
      <div className={styles.home}>
        {head}
        <WaitingApprovals />
        <Suspense fallback={<Loading heights={[196]} />}>
          <AskedDecisions scorecard={scorecard} />
        </Suspense>
        <GoalTable scorecard={scorecard} />
        {below}
        {changes}
      </div>
    )
  return (
    <div className={styles.home}>
      {head}
      <WaitingApprovals />
      <div className={styles.top} data-alone={changes === null}>
        <WaitingPanel />
        {changes}
      </div>
      <GoalTable scorecard={scorecard} />
      {below}
      {isPainted && DECISION_READERS.includes(user?.role ?? '') ? (
        <Suspense>
          <TakenPanel period={scorecard.period} />
        </Suspense>
      ) : null}
    </div>
  )
}

/** True once the page has been painted, so that what stands below the first screen does not delay it. */
function useAfterPaint(): boolean {
  const [isPainted, setIsPainted] = useState(false)
  useEffect(() => {
    // The first frame paints the goals, the second comes after it.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setIsPainted(true))
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return isPainted
}

/** The user's next tasks, each with one button that leads to its place. */
function WaitingPanel() {
  const { words } = useLanguage()
  const waiting = useWaiting()
  const text = words.reporting.home.waiting
  return (
    <Panel
      title={text.title}
      note={waiting && waiting.total > 0 ? text.count(waiting.total, waiting.overdue) : undefined}
      actions={<Link to="/deadlines">{words.deadlines.page.all}</Link>}
    >
      {waiting?.total === 0 ? <p className={ui.soft}>{text.none}</p> : null}
      <ul className={waitingStyles.list}>
        {waiting?.tasks.map((task) => (
          <Task
            key={`${task.kind} ${task.subject} ${task.part}`}
            task={task}
            now={waiting.now}
            timeZone={waiting.timeZone}
          />
        ))}
      </ul>
    </Panel>
  )
}

interface TaskProps {
  readonly task: ListedDeadline
  readonly now: number
  readonly timeZone: string
}

function Task({ task, now, timeZone }: TaskProps) {
  const { locale, words } = useLanguage()
  const { acts, due: dueText } = words.reporting.home.waiting
  const { due, kind } = task
  const [taskId, actId] = [useId(), useId()]
  const { path, search } = placeOf(task)
  const left = leftText(timeLeft(due, now, timeZone), words)
  const end = due.at === undefined ? day(due.day, locale) : moment(due.at, timeZone, locale)
  return (
    <li className={waitingStyles.row}>
      <span className={waitingStyles.shape} aria-hidden="true">
        <StatusShape shape={dueShape({ due, now, timeZone })} label={left} size={18} />
      </span>
      <p id={taskId} className={waitingStyles.task}>
        <TaskSentence deadline={task} />
      </p>
      <div className={waitingStyles.due}>
        <p data-overdue={isOverdue(due, now, timeZone)}>{left}</p>
        <p className={waitingStyles.day}>{dueText(end)}</p>
      </div>
      <Link
        to={path}
        search={search}
        className={waitingStyles.act}
        data-button
        id={actId}
        aria-labelledby={`${actId} ${taskId}`}
      >
        {acts[kind]}
      </Link>
    </li>
  )
}
