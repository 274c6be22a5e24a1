import { Link } from '@tanstack/react-router'
import type { Verdict } from '@wayproof/scorecard'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import styles from './goal.module.css'

/** Links the rows behind a goal's figure. Nobody may open travelers' answers, so satisfaction has no link. */
export function RowsLink({ verdict: { goal }, period }: { readonly verdict: Verdict; readonly period: string }) {
  const text = useLanguage().words.reporting.samples.rows
  if (goal === 'customer-satisfaction') return <p className={`${ui.soft} ${styles.rows}`}>{text.answers}</p>
  return (
    <p className={styles.rows}>
      <Link to="/rows/$figure" params={{ figure: goal }} search={{ period }}>
        {text.goal}
      </Link>
    </p>
  )
}
