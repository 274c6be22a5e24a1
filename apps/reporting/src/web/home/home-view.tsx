import type { Scorecard } from '@wayproof/scorecard'
import { Suspense } from 'react'
import { Loading } from '../components/loading.tsx'
import { useOpenDecisions } from '../decisions/use-asked.ts'
import { GoalTable } from '../goal-table/goal-table.tsx'
import { useMe } from '../me.ts'
import { AskedDecisions } from '../on-demand.ts'
import { ChangesPanel, hasChanges } from '../scorecard/changes-panel.tsx'
import { HalfYearFacts } from '../scorecard/half-year-facts.tsx'
import { isEmpty } from '../scorecard/is-empty.ts'
import { NothingYet } from '../scorecard/nothing-yet.tsx'
import { ResultHead } from '../scorecard/result-head.tsx'
import { ComingPanel } from './coming-panel.tsx'
import { DecidedPanel } from './decided-panel.tsx'
import styles from './home.module.css'
import { WaitingPanel } from './waiting-panel.tsx'

/** The reader’s tasks, the goals, coming days and decisions. Executives, who have no tasks, decide first. */
export function HomeView({ scorecard }: { readonly scorecard: Scorecard }) {
  const { user } = useMe()
  const open = useOpenDecisions(scorecard.period)
  const facts = <HalfYearFacts scorecard={scorecard} />
  if (isEmpty(scorecard))
    return (
      <div className={styles.home}>
        <NothingYet isOfficer={user?.role === 'officer'} recorded={facts} />
        <WaitingPanel />
        <ComingPanel />
      </div>
    )
  const changes = hasChanges(scorecard.changes) ? <ChangesPanel changes={scorecard.changes} /> : null
  const isExecutive = user?.role === 'executive'
  const decisions = (
    <Suspense fallback={isExecutive ? <Loading heights={[196]} /> : null}>
      <AskedDecisions scorecard={scorecard} />
    </Suspense>
  )
  const head = (
    <ResultHead scorecard={scorecard} asked={open}>
      {facts}
    </ResultHead>
  )
  if (isExecutive)
    return (
      <div className={styles.home}>
        {head}
        {decisions}
        <GoalTable scorecard={scorecard} />
        <DecidedPanel />
        {changes}
      </div>
    )
  return (
    <div className={styles.home}>
      {head}
      <div className={styles.top} data-alone={changes === null}>
        <WaitingPanel />
        {changes}
      </div>
      <GoalTable scorecard={scorecard} />
      <ComingPanel />
      <DecidedPanel />
      {decisions}
    </div>
  )
}
