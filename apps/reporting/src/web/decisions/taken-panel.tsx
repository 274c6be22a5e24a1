import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages'
import type { AskedDecisions } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { decisionTitle } from './decision-title.ts'
import styles from './decisions.module.css'
import { TakenList } from './taken-list.tsx'

/** The decisions that executives were asked for, with their answers. */
export function TakenPanel({ asked: { asked, edition } }: { readonly asked: AskedDecisions }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.decisions.officers
  const { kinds } = words.editions
  return (
    <Panel
      id="decisions"
      title={text.title}
      actions={
        <Link to="/summaries" search={{ edition: edition.id }}>
          {text.since(kinds[edition.kind], day(edition.sentOn, locale))}
        </Link>
      }
    >
      <ul className={styles.list}>
        {asked.map((decision) => (
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
