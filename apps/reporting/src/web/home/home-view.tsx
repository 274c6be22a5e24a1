import type { Scorecard } from '@wayproof/scorecard'
import { GoalTable } from '../goal-table/goal-table.tsx'
import { useMe } from '../me.ts'
import { ChangesPanel, hasChanges } from '../scorecard/changes-panel.tsx'
import { HalfYearFacts } from '../scorecard/half-year-facts.tsx'
import { isEmpty } from '../scorecard/is-empty.ts'
import { NothingYet } from '../scorecard/nothing-yet.tsx'
import { ResultHead } from '../scorecard/result-head.tsx'
import { ComingPanel } from './coming-panel.tsx'
import { DecidedPanel } from './decided-panel.tsx'
import styles from './home.module.css'
import { WaitingPanel } from './waiting-panel.tsx'

/** The reader’s tasks, the goals, then coming days and decisions. Executives have no tasks. */
export function HomeView({ scorecard }: { readonly scorecard: Scorecard }) {
  const { user } = useMe()
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
  return (
    <div className={styles.home}>
      <ResultHead scorecard={scorecard}>{facts}</ResultHead>
      {user?.role === 'executive' ? null : (
        <div className={styles.top} data-alone={changes === null}>
          <WaitingPanel />
          {changes}
        </div>
      )}
      <GoalTable scorecard={scorecard} />
      {user?.role === 'executive' ? changes : null}
      <ComingPanel />
      <DecidedPanel />
    </div>
  )
}
