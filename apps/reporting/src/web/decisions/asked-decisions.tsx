import type { Scorecard } from '@wayproof/scorecard/scorecard'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { AskedCard } from './asked-card.tsx'
import styles from './decisions.module.css'
import { useAsked } from './use-asked.ts'

/** The decisions that the newest summary asks of an executive. */
export function AskedDecisions({ scorecard }: { readonly scorecard: Scorecard }) {
  const text = useLanguage().words.reporting.decisions
  const decisions = useAsked(scorecard.period)
  if (!decisions || decisions.asked.length === 0) return null
  return (
    <section id="decisions" className={styles.decisions} aria-label={text.heading}>
      {decisions.asked.map((decision, i) => (
        <AskedCard
          key={decision.goal}
          decision={decision}
          place={text.number(i + 1, decisions.asked.length)}
          asked={decisions}
          scorecard={scorecard}
        />
      ))}
      {decisions.isFixed ? <p className={ui.soft}>{text.fixed}</p> : null}
    </section>
  )
}
