import type { Verdict } from '@wayproof/scorecard/verdict'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { estimateFacts } from './estimate-facts.ts'
import styles from './goal.module.css'

/** Shows the weighted and unweighted share and what each measure of their precision means. */
export function EstimatePanel({ verdict }: { readonly verdict: Verdict }) {
  const language = useLanguage()
  const facts = estimateFacts(verdict, language)
  if (facts.length === 0) return null
  return (
    <Panel title={language.words.scorecard.estimate.title}>
      <dl className={styles.explained}>
        {facts.map(([name, value, help]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
            <dd className={styles.help}>{help}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
