import type { RulesInForce } from '@wayproof/scorecard/rule-changes/list-rules'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { ChangeFacts } from './change-facts.tsx'
import { DecideChange } from './decide-change.tsx'
import styles from './rules.module.css'

export function ProposedChangesPanel({ rules }: { readonly rules: RulesInForce }) {
  const text = useLanguage().words.reporting.rules.waiting
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        {rules.waiting.map((waitingChange) => (
          <div key={waitingChange.change.id} className={styles.change}>
            <ChangeFacts change={waitingChange.change} rules={rules} />
            <DecideChange waitingChange={waitingChange} />
          </div>
        ))}
      </div>
    </Panel>
  )
}
