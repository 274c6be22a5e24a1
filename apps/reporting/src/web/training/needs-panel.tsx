import { Link } from '@tanstack/react-router'
import { count } from '@wayproof/messages/number-format'
import type { MissingView } from '../api.ts'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { needsOf } from './needs-of.ts'
import styles from './training.module.css'

/** Groups the people missing from the latest quarter by what they need next. */
export function NeedsPanel({ lists }: { readonly lists: readonly MissingView[] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.goalPictures.training
  const latest = lists.at(-1)
  if (!latest) return null
  const needs = needsOf(latest.rows)
  const hasPeople = needs.length > 0
  return (
    <Panel
      title={text.who}
      actions={
        <Link className={ui.quiet} to="." search={(search) => ({ ...search, listed: 'person' })} resetScroll={false}>
          {hasPeople ? text.names : text.list}
        </Link>
      }
    >
      {hasPeople ? (
        <Facts
          className={styles.needs}
          facts={needs.map(({ why, people }) => [words.scorecard.why[why], count(people, locale)] as const)}
        />
      ) : (
        <p className={ui.soft}>{latest.rows.length > 0 || latest.tooFew ? text.unitsOnly : text.nobody}</p>
      )}
    </Panel>
  )
}
