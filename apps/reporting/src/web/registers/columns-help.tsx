import { useLanguage } from '../language.tsx'
import styles from './registers.module.css'

/** The columns of a register's own file and what each is for; nothing for a register without such a list. */
export function ColumnsHelp({ register }: { readonly register: string }) {
  const { words } = useLanguage()
  const columns = Object.entries(words.registers.columns).find(([id]) => id === register)?.[1]
  if (!columns) return null
  return (
    <details className={styles.columns}>
      <summary>{words.reporting.registers.columnsOf}</summary>
      <dl>
        {Object.entries(columns).map(([name, purpose]) => (
          <div key={name}>
            <dt translate="no">{name}</dt>
            <dd>{purpose}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
