import type { RulesInForce } from '@wayproof/scorecard'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { ChangeFacts } from './change-facts.tsx'
import styles from './rules.module.css'

/** Lists every decided change, newest first. */
export function HistoryPanel({ rules }: { readonly rules: RulesInForce }) {
  const text = useLanguage().words.reporting.rules.history
  return (
    <Panel title={text.title}>
      {rules.history.length === 0 ? <p className={ui.soft}>{text.none}</p> : null}
      <div className={ui.stack}>
        {rules.history.map((change) => (
          <div key={change.id} className={styles.change}>
            <ChangeFacts change={change} rules={rules} />
          </div>
        ))}
      </div>
    </Panel>
  )
}
