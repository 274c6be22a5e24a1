import { day } from '@wayproof/messages/date-format'
import type { PromisedActions } from '@wayproof/scorecard/closing/remedies/remedy'
import type { ReactNode } from 'react'
import styles from '../closing/closing.module.css'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'

interface ActionListProps {
  readonly actions: PromisedActions
  /** The content below an action, by its ID. */
  readonly renderBelow?: (id: string) => ReactNode
}

/** Lists improvements, actions on missed goals and agreed actions; their texts are not translated. */
export function ActionList({ actions: { improvements, remedies, agreed }, renderBelow }: ActionListProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.closing.remedy
  const stop = words.reporting.shell.listed
  const owners: Readonly<Record<string, string>> = words.goals.owners
  return (
    <ul className={styles.actions}>
      {improvements.map(({ id, text: description, owner }) => (
        <li key={id}>
          <p translate="no">{description[locale]}</p>
          <p className={ui.soft}>{owners[owner] ?? owner}</p>
          {renderBelow?.(id)}
        </li>
      ))}
      {remedies.map(({ id, goal, note, action, owner, dueOn, effect }) => (
        <li key={id}>
          <p className={styles.version}>{words.goals.names[goal]}</p>
          <p translate="no">{note}</p>
          <p translate="no">{action}</p>
          <p className={ui.soft}>
            {[words.goals.owners[owner], text.due(day(dueOn, locale)), text.expects(effect)].join(stop)}
          </p>
          {renderBelow?.(id)}
        </li>
      ))}
      {agreed.map(({ id, text: description, owner, dueOn, effect }) => (
        <li key={id}>
          <p translate="no">{description}</p>
          <p className={ui.soft}>
            {[words.goals.owners[owner], text.due(day(dueOn, locale)), text.expects(effect)].join(stop)}
          </p>
          {renderBelow?.(id)}
        </li>
      ))}
    </ul>
  )
}
