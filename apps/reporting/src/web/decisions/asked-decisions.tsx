import type { Scorecard } from '@wayproof/scorecard'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { AskedCard } from './asked-card.tsx'
import styles from './decisions.module.css'
import { TakenPanel } from './taken-panel.tsx'
import { useAsked } from './use-asked.ts'

/** The decisions that the newest summary asks for: executives take them, officers and auditors read them. */
export function AskedDecisions({ scorecard }: { readonly scorecard: Scorecard }) {
  const text = useLanguage().words.reporting.decisions
  const { user } = useMe()
  const asked = useAsked(scorecard.period)
  if (!asked || asked.asked.length === 0) return null
  if (user?.role !== 'executive') return <TakenPanel asked={asked} />
  return (
    <section id="decisions" className={styles.decisions} aria-label={text.heading}>
      {asked.asked.map((decision, i) => (
        <AskedCard
          key={decision.goal}
          decision={decision}
          place={text.number(i + 1, asked.asked.length)}
          asked={asked}
          scorecard={scorecard}
        />
      ))}
      {asked.isFixed ? <p className={ui.soft}>{text.fixed}</p> : null}
    </section>
  )
}
