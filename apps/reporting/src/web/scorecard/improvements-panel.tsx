import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'
import styles from './scorecard.module.css'

/** What was chosen from the travelers' feedback of the half-year. */
export function ImprovementsPanel({ period, officer }: { readonly period: string; readonly officer: boolean }) {
  const { words } = useLanguage()
  const text = words.reporting.scorecard.improvements
  const improvements = useQuery(trpc.improvement.list.queryOptions({ period })).data
  return (
    <Panel
      title={text.title}
      actions={
        officer ? (
          <Link
            to="/goal/$goal"
            params={{ goal: 'customer-satisfaction' }}
            search={{ period }}
            hash="improvements"
            className={surface.quiet}
          >
            {text.choose}
          </Link>
        ) : null
      }
    >
      {improvements?.length === 0 ? <p className={surface.soft}>{text.none}</p> : null}
      <ul className={styles.bulleted}>
        {improvements?.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </Panel>
  )
}
