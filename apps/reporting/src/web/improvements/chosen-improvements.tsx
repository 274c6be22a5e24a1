import { OWNERS } from '@wayproof/scorecard/goals/goal'
import type { ReactNode } from 'react'
import type { GoalView } from '../api.ts'
import ui from '../components/components.module.css'
import styles from '../goal/goal.module.css'
import { useLanguage } from '../language.tsx'

interface ChosenImprovementsProps {
  readonly improvements: readonly Pick<GoalView['improvements'][number], 'id' | 'text' | 'owner'>[]
  /** The buttons beside an improvement, by its ID. */
  readonly actions?: (id: string) => ReactNode
}

/** Lists the chosen improvements and who carries out each. */
export function ChosenImprovements({ improvements, actions }: ChosenImprovementsProps) {
  const { locale, words } = useLanguage()
  const name = (owner: string) => {
    const knownOwner = Object.values(OWNERS).find((candidate) => candidate === owner)
    return knownOwner ? words.goals.owners[knownOwner] : owner
  }
  return (
    <ul className={styles.chosen}>
      {improvements.map(({ id, text, owner }) => (
        <li key={id}>
          <span translate="no">{text[locale]}</span>
          <span className={ui.soft}>{name(owner)}</span>
          {actions?.(id)}
        </li>
      ))}
    </ul>
  )
}
