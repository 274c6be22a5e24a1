import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages/date-format'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { decisionTitle } from './decision-title.ts'
import styles from './decisions.module.css'
import { TakenList } from './taken-list.tsx'
import { useAsked } from './use-asked.ts'

/** The decisions that executives were asked for, with their answers. */
export function TakenPanel({ period }: { readonly period: string }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.decisions.officers
  const decisions = useAsked(period)
  if (!decisions || decisions.asked.length === 0) return null
  const { asked: askedDecisions, edition } = decisions
  return (
    <Panel
      id="decisions"
      title={text.title}
      actions={
        <Link to="/summaries" search={{ edition: edition.id }}>
          {text.since(day(edition.sentOn, locale))}
        </Link>
      }
    >
      <ul className={styles.list}>
        {askedDecisions.map((decision) => (
          <li key={decision.goal} className={styles.row}>
            <p>{decisionTitle(decision, words)}</p>
            {decision.taken.length === 0 ? (
              <p className={ui.soft}>{text.none}</p>
            ) : (
              <TakenList taken={decision.taken} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
