import type { ExecutiveSummary } from '@wayproof/scorecard/executive-summary'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import { ChangedClose } from '../goal/changed-close.tsx'
import { useLanguage } from '../language.tsx'
import styles from './scorecard.module.css'

/** Shows the letter's sentences: the overall result, then each decision with its owner. */
export function SummaryPreview({ summary }: { readonly summary: ExecutiveSummary }) {
  const { words } = useLanguage()
  const text = words.reporting.scorecard.summary
  const letter = words.letters.summary
  const { verdicts, standing: result } = summary.scorecard
  const wayOf = (goal: GoalId) =>
    summary.ways.filter((gap) => gap.goal === goal).map((gap) => words.scorecard.gaps.gap(gap))
  return (
    <div className={styles.preview}>
      <p className={styles.previewTitle}>{words.scorecard.headline(result)}</p>
      <ul className={styles.bulleted}>
        {verdicts.map((verdict) => (
          <li key={verdict.goal}>
            {words.reporting.shell.labelled(words.goals.names[verdict.goal], words.scorecard.line(verdict))}
            <p>{wayOf(verdict.goal)}</p>
            <ChangedClose verdict={verdict} />
          </li>
        ))}
      </ul>
      <p className={styles.previewTitle}>{text.decisions}</p>
      {summary.decisions.length === 0 ? <p>{text.noDecisions}</p> : null}
      <ol>
        {summary.decisions.map((decision) => (
          <li key={decision.goal}>
            {letter.decisionLead(words.goals.names[decision.goal])}
            {letter.decision(decision, decision.owner, words.goals.owners[decision.owner])}
          </li>
        ))}
      </ol>
    </div>
  )
}
