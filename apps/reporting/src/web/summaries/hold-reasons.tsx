import type { HoldReason } from '@wayproof/scorecard/editions/hold-reason'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import styles from './summaries.module.css'

interface HoldReasonsProps {
  readonly reasons: readonly HoldReason[]
  /** Whether each reason also says what to do and who does it. */
  readonly withRemedies?: boolean
}

/** Lists why an edition is not sent, one line each. */
export function HoldReasons({ reasons, withRemedies = false }: HoldReasonsProps) {
  const { words } = useLanguage()
  const text = words.reporting.summaries.held
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={words.editions.reason(reason)}>
          {words.editions.reason(reason)}
          {withRemedies ? (
            <>
              <span className={`${ui.line} ${ui.soft}`}>{words.editions.remedy(reason)}</span>
              <span className={`${ui.line} ${ui.soft}`}>{text.owner(words.goals.owners[reason.owner])}</span>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
