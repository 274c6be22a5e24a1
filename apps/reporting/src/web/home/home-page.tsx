import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { Suspense, useEffect, useState } from 'react'
import { trpc } from '../api.ts'
import { WaitingApprovals } from '../approvals/waiting-approvals.tsx'
import { Loading } from '../components/loading.tsx'
import { useOpenDecisions } from '../decisions/use-asked.ts'
import { GoalTable } from '../goal-table/goal-table.tsx'
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
import { WaitingPanel } from './waiting-panel.tsx'

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
