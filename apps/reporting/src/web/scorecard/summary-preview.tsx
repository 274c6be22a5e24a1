import type { ExecutiveSummary } from '@wayproof/scorecard'
import { useLanguage } from '../language.tsx'
import styles from './scorecard.module.css'

/** The letter's own sentences: the standing, then each decision with its owner. */
export function SummaryPreview({ summary }: { readonly summary: ExecutiveSummary }) {
  const { words } = useLanguage()
  const text = words.reporting.scorecard.summary
  const { verdicts, standing } = summary.scorecard
  return (
    <div className={styles.preview}>
      <p className={styles.previewTitle}>{words.reporting.verdicts.headline(standing)}</p>
      <ul className={styles.bulleted}>
        {verdicts.map((verdict) => (
          <li key={verdict.goal}>
            {words.reporting.shell.labelled(words.goals.names[verdict.goal], words.reporting.verdicts.explain(verdict))}
          </li>
        ))}
      </ul>
      <p className={styles.previewTitle}>{text.decisions}</p>
      {summary.decisions.length === 0 ? <p>{text.noDecisions}</p> : null}
      <ol>
        {summary.decisions.map(({ goal, owner }) => (
          <li key={goal}>{text.decides(words.goals.owners[owner], words.goals.names[goal])}</li>
        ))}
      </ol>
    </div>
  )
}
