import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Scorecard, Verdict } from '@wayproof/scorecard'
import { recordedOn } from '@wayproof/scorecard/recorded-on'
import { trpc } from '../api.ts'
import { GoalTable } from '../goal-table/goal-table.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { ChangesPanel } from './changes-panel.tsx'
import { ExcludedNote } from './excluded-note.tsx'
import { FunnelPanel } from './funnel-panel.tsx'
import { ImprovementsPanel } from './improvements-panel.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { PeriodStepper } from './period-stepper.tsx'
import { PromisesPanel } from './promises-panel.tsx'
import { ResultHead } from './result-head.tsx'
import styles from './scorecard.module.css'
import { SealLine } from './seal-line.tsx'
import { SummaryPanel } from './summary-panel.tsx'

interface ScorecardViewProps {
  readonly scorecard: Scorecard
  readonly period: string
}

export function ScorecardView({ scorecard, period }: ScorecardViewProps) {
  const { words } = useLanguage()
  const { user, today } = useMe()
  const { latest, available } = useSuspenseQuery(trpc.scorecard.periods.queryOptions()).data
  const isOfficer = user?.role === 'officer'
  const stepper = (
    <div className={styles.when}>
      <PeriodStepper period={period} first={available.at(-1) ?? latest} last={available[0] ?? latest} />
      <p className={styles.asOf}>
        {words.scorecard.counted(scorecard.asOf, recordedOn(scorecard, today))}
        <br />
        <Link to="/rules">{words.reporting.rules.judgedBy(scorecard.ruleVersion)}</Link>
      </p>
      {scorecard.seal ? <SealLine seal={scorecard.seal} period={period} /> : null}
    </div>
  )
  if (scorecard.verdicts.every(isEmptyGoal)) return <NothingYet isOfficer={isOfficer} stepper={stepper} />
  return (
    <>
      <ResultHead scorecard={scorecard}>{stepper}</ResultHead>
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

/** Says whether a goal has no figure because its register is empty. */
const isEmptyGoal = (verdict: Verdict) => verdict.value === null && verdict.status === 'no-data'
