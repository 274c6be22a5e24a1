import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { Suspense } from 'react'
import { WaitingApprovals } from '../approvals/waiting-approvals.tsx'
import { Loading } from '../components/loading.tsx'
import { useOpenDecisions } from '../decisions/use-asked.ts'
import { GoalTable } from '../goal-table/goal-table.tsx'
import { useMe } from '../me.ts'
import { AskedDecisions, BelowGoals, TakenPanel } from '../on-demand.ts'
import { ChangesPanel, hasChanges } from '../scorecard/changes-panel.tsx'
import { HalfYearFacts } from '../scorecard/half-year-facts.tsx'
import { isEmpty } from '../scorecard/is-empty.ts'
import { NothingYet } from '../scorecard/nothing-yet.tsx'
import { ResultHead } from '../scorecard/result-head.tsx'
import styles from './home.module.css'
import { useAfterPaint } from './use-after-paint.ts'
import { WaitingPanel } from './waiting-panel.tsx'

/** Roles that read what executives decided. */
const DECISION_READERS: readonly string[] = ['officer', 'auditor']

/** The reader’s tasks, the goals, coming days and decisions. Executives, who have no tasks, decide first. */
export function HomeView({ scorecard }: { readonly scorecard: Scorecard }) {
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
