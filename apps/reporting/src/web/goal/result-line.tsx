import { Link } from '@tanstack/react-router'
import { gapToTarget } from '@wayproof/scorecard/gap/gap-to-target'
import type { Verdict } from '@wayproof/scorecard/verdict'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { useLanguage } from '../language.tsx'
import styles from './goal.module.css'

interface ResultLineProps {
  readonly verdict: Verdict
  readonly period: string
  readonly onSure: () => void
}

/**
 * Says what separates the result from the target and what a survey figure rests on, and leads to its statistics and records. Nobody may open travelers'
 * answers, so satisfaction has no link to records.
 */
export function ResultLine({ verdict, period, onSure }: ResultLineProps) {
  const { words } = useLanguage()
  const { goal } = verdict
  const beside = [words.scorecard.perBooking(verdict), words.scorecard.claims.quality(verdict)]
  return (
    <div className={styles.result}>
      <div className={styles.evidence}>
        <p>{words.scorecard.gaps.gap(gapToTarget(verdict))}</p>
        {beside.map((line) => (line === null ? null : <p key={line}>{line}</p>))}
      </div>
      <p className={styles.doors}>
        <LinkButton aria-haspopup="dialog" onClick={onSure}>
          {words.reporting.goalPictures.sure}
        </LinkButton>
        {goal === 'customer-satisfaction' ? null : (
          <Link className={ui.quiet} to="/rows/$figure" params={{ figure: goal }} search={{ period }}>
            {words.reporting.samples.rows.goal}
          </Link>
        )}
      </p>
    </div>
  )
}
