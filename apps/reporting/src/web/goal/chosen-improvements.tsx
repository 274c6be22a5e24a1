import { OWNERS } from '@wayproof/scorecard/goal'
import type { GoalView } from '../api.ts'
import { useLanguage } from '../language.tsx'
import surface from '../surface/surface.module.css'
import styles from './goal.module.css'

/** What was chosen, each with who carries it out. */
export function ChosenImprovements({ chosen }: { readonly chosen: GoalView['improvements'] }) {
  const { locale, words } = useLanguage()
  const name = (owner: string) => {
    const known = Object.values(OWNERS).find((each) => each === owner)
    return known ? words.goals.owners[known] : owner
  }
  return (
    <ul className={styles.chosen}>
      {chosen.map(({ id, text, owner }) => (
        <li key={id}>
          <span translate="no">{text[locale]}</span>
          <span className={surface.soft}>{name(owner)}</span>
        </li>
      ))}
    </ul>
  )
}
