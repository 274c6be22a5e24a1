import { runningPace } from '@wayproof/scorecard/goals/running-pace'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { Facts } from '../components/facts.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import styles from './goal.module.css'
import { paceFacts } from './pace-facts.ts'

/** Says how far a running period has come; renders nothing for an ended one. */
export function PacePanel({ verdict }: { readonly verdict: Verdict }) {
  const language = useLanguage()
  const text = language.words.scorecard.gaps.running
  const pace = runningPace(verdict)
  if (!pace) return null
  return (
    <Panel title={text.title}>
      <Facts className={`${styles.explained} ${styles.short}`} facts={paceFacts(pace, language)} />
      <p className={styles.more}>{text.help[pace.counts]}</p>
    </Panel>
  )
}
