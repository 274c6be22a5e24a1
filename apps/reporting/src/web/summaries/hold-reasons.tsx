import type { HoldReason } from '@wayproof/scorecard'
import surface from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import styles from './summaries.module.css'

interface HoldReasonsProps {
  readonly reasons: readonly HoldReason[]
  /** Whether what to do, and who does it, is said as well. */
  readonly remedies?: boolean
}

/** What an edition lacks, one line each. */
export function HoldReasons({ reasons, remedies = false }: HoldReasonsProps) {
  const { words } = useLanguage()
  const text = words.reporting.summaries.held
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={words.editions.reason(reason)}>
          {words.editions.reason(reason)}
          {remedies ? (
            <>
              <span className={`${surface.line} ${surface.soft}`}>{words.editions.remedy(reason)}</span>
              <span className={`${surface.line} ${surface.soft}`}>{text.owner(words.goals.owners[reason.owner])}</span>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
