import { Link } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages'
import type { Scorecard, Verdict } from '@wayproof/scorecard'
import { recordedOn } from '@wayproof/scorecard/recorded-on'
import { PageHead } from '../components/page-head.tsx'
import { WaitingTasksPanel } from '../deadlines/waiting-tasks-panel.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { ChangesPanel } from './changes-panel.tsx'
import { ExcludedNote } from './excluded-note.tsx'
import { FunnelPanel } from './funnel-panel.tsx'
import { GoalRow } from './goal-row.tsx'
import { ImprovementsPanel } from './improvements-panel.tsx'
import { NothingYet } from './nothing-yet.tsx'
import { PromisesPanel } from './promises-panel.tsx'
import styles from './scorecard.module.css'
import { SealLine } from './seal-line.tsx'
import { SummaryPanel } from './summary-panel.tsx'
import { usePastValues } from './use-past-values.ts'

interface ScorecardViewProps {
  readonly scorecard: Scorecard
  readonly period: string
}

export function ScorecardView({ scorecard, period }: ScorecardViewProps) {
  const { locale, words } = useLanguage()
  const { user, today } = useMe()
  const pastValues = usePastValues(scorecard)
  const isOfficer = user?.role === 'officer'
  const text = words.reporting.scorecard
  const recorded = (
    <div className={styles.when}>
      <p className={styles.asOf}>
        {words.scorecard.counted(scorecard.asOf, recordedOn(scorecard, today))}
        <br />
        <Link to="/rules">{words.reporting.rules.judgedBy(scorecard.ruleVersion)}</Link>
      </p>
      {scorecard.seal ? <SealLine seal={scorecard.seal} period={period} /> : null}
    </div>
  )
  if (scorecard.verdicts.every(isEmptyGoal))
    return (
      <>
        <NothingYet isOfficer={isOfficer} recorded={recorded} />
        <WaitingTasksPanel />
      </>
    )
  return (
    <>
      <PageHead title={words.scorecard.headline(scorecard.standing)} lead={<Overall scorecard={scorecard} />}>
        {recorded}
      </PageHead>
      <WaitingTasksPanel />
      <div className={styles.goals}>
        <table className={styles.goalTable}>
          <caption className="sr-only">{text.caption(periodName(scorecard.period, locale))}</caption>
          <thead>
            <tr className={styles.columns}>
              <th scope="col">
                <span className="sr-only">{text.columns.status}</span>
              </th>
              <th scope="col">{text.columns.goal}</th>
              <th scope="col">{text.columns.now}</th>
              <th scope="col">{text.columns.against}</th>
              <th scope="col" className={styles.trendCell}>
                {text.columns.trend}
              </th>
              <th scope="col">{text.columns.owner}</th>
            </tr>
          </thead>
          <tbody>
            {scorecard.verdicts.map((verdict) => (
              <GoalRow
                key={verdict.goal}
                verdict={verdict}
                verdicts={scorecard.verdicts}
                period={period}
                pastValues={pastValues[verdict.goal]}
              />
            ))}
          </tbody>
        </table>
      </div>
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

function Overall({ scorecard: { standing: result, verdicts } }: { readonly scorecard: Scorecard }) {
  const { words } = useLanguage()
  const overallWord = words.goals.words[result.overall]
  const [before, after] = words.scorecard.overall(result).split(overallWord)
  const color = { met: 'var(--met)', missed: 'var(--missed)', unknown: 'var(--soft)' }[result.overall]
  const satisfaction = verdicts.find((verdict) => verdict.goal === 'customer-satisfaction')
  return (
    <>
      {before}
      <b className={styles.word} style={{ color }}>
        {overallWord}
      </b>
      {after} {satisfaction ? words.scorecard.certainty(satisfaction) : ''}
    </>
  )
}
