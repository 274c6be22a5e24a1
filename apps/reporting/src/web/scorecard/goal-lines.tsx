import { Link } from '@tanstack/react-router'
import { quartersBeside } from '@wayproof/messages'
import type { Verdict } from '@wayproof/scorecard'
import { useLanguage } from '../language.tsx'
import { missingPlace } from '../missing-rows/missing-place.ts'
import styles from './scorecard.module.css'

/** Shows the counts behind a verdict; training has one line for the last quarter and one for the running quarter. */
export function GoalLines({ verdict, period }: { readonly verdict: Verdict; readonly period: string }) {
  const { words } = useLanguage()
  const otherQuarters = verdict.goal === 'staff-training' ? quartersBeside(verdict) : []
  if (otherQuarters.length === 0) return <p className={styles.why}>{words.scorecard.line(verdict)}</p>
  return otherQuarters.map((quarter) => {
    const missingCount = quarter.due - quarter.passed
    return (
      <p key={quarter.quarter} className={styles.why}>
        {words.scorecard.quarterLine(quarter)}{' '}
        {missingCount > 0 ? (
          <Link
            to="/goal/$goal"
            params={{ goal: verdict.goal }}
            search={{ period }}
            hash={missingPlace(quarter.quarter)}
          >
            {words.scorecard.gaps.toRows(missingCount)}
          </Link>
        ) : null}
      </p>
    )
  })
}
