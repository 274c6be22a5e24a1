import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { GoalTable } from '../goal-table/goal-table.tsx'
import { useMe } from '../me.ts'
import { ChangesPanel } from './changes-panel.tsx'
import { ExcludedNote } from './excluded-note.tsx'
import { FunnelPanel } from './funnel-panel.tsx'
import { HalfYearFacts } from './half-year-facts.tsx'
import { ImprovementsPanel } from './improvements-panel.tsx'
import { isEmpty } from './is-empty.ts'
import { NothingYet } from './nothing-yet.tsx'
import { PromisesPanel } from './promises-panel.tsx'
import { ResultHead } from './result-head.tsx'
import styles from './scorecard.module.css'
import { SummaryPanel } from './summary-panel.tsx'

interface ScorecardViewProps {
  readonly scorecard: Scorecard
  readonly period: string
}

export function ScorecardView({ scorecard, period }: ScorecardViewProps) {
  const { user } = useMe()
  const isOfficer = user?.role === 'officer'
  const facts = <HalfYearFacts scorecard={scorecard} />
  if (isEmpty(scorecard)) return <NothingYet scorecard={scorecard} isOfficer={isOfficer} recorded={facts} />
  return (
    <>
      <ResultHead scorecard={scorecard}>{facts}</ResultHead>
      <GoalTable scorecard={scorecard} />
      {scorecard.excluded ? <ExcludedNote rows={scorecard.excluded} /> : null}
      <div className={styles.below}>
        <ChangesPanel changes={scorecard.changes} />
        <FunnelPanel period={period} />
        <ImprovementsPanel period={period} isOfficer={isOfficer && scorecard.seal === null} />
      </div>
      <PromisesPanel period={period} />
      {isOfficer ? <SummaryPanel period={period} /> : null}
    </>
  )
}
