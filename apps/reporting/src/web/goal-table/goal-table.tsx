import { periodName } from '@wayproof/messages/date-format'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { useLanguage } from '../language.tsx'
import { GoalRow } from './goal-row.tsx'
import styles from './goal-table.module.css'
import { usePastValues } from './use-past-values.ts'

/** The five goals, one row each. */
export function GoalTable({ scorecard }: { readonly scorecard: Scorecard }) {
  const { locale, words } = useLanguage()
  const pastValues = usePastValues(scorecard)
  const { caption, columns } = words.reporting.scorecard
  return (
    <div className={styles.goals}>
      <table className={styles.goalTable}>
        <caption className="sr-only">{caption(periodName(scorecard.period, locale))}</caption>
        <thead>
          <tr className={styles.columns}>
            <th scope="col">{columns.status}</th>
            <th scope="col">{columns.goal}</th>
            <th scope="col" className={styles.right}>
              {columns.now}
            </th>
            <th scope="col">{columns.against}</th>
            <th scope="col" className={styles.trendCell}>
              {columns.trend}
            </th>
            <th scope="col">{columns.owner}</th>
          </tr>
        </thead>
        <tbody>
          {scorecard.verdicts.map((verdict) => (
            <GoalRow key={verdict.goal} verdict={verdict} scorecard={scorecard} pastValues={pastValues[verdict.goal]} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
