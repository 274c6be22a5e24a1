import { OWNERS } from '@wayproof/scorecard/goal'
import type { ReactNode } from 'react'
import type { GoalView } from '../api.ts'
import ui from '../components/components.module.css'
import styles from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'

interface ChosenImprovementsProps {
  readonly chosen: readonly Pick<GoalView['improvements'][number], 'id' | 'text' | 'owner'>[]
  /** The buttons beside an improvement, by its ID. */
  readonly actions?: (id: string) => ReactNode
}

/** Lists the chosen improvements and who carries out each. */
export function ChosenImprovements({ chosen, actions }: ChosenImprovementsProps) {
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
          <span className={ui.soft}>{name(owner)}</span>
          {actions?.(id)}
        </li>
      ))}
    </ul>
  )
}
