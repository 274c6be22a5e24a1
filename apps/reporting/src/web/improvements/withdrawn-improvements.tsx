import type { GoalView } from '../api.ts'
import ui from '../components/components.module.css'
import styles from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

/** Withdrawn improvements stay visible. */
export function WithdrawnImprovements({ withdrawn }: { readonly withdrawn: GoalView['withdrawn'] }) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  if (withdrawn.length === 0) return null
  return (
    <ul className={`${styles.chosen} ${ui.soft}`}>
      {withdrawn.map(({ id, text, at }) => (
        <li key={id}>
          <s translate="no">{text[locale]}</s>
          <span>{words.reporting.goal.improvement.withdrawn(dayOf(at))}</span>
        </li>
      ))}
    </ul>
  )
}
