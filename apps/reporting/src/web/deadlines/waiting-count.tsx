import { useLanguage } from '../language.tsx'
import styles from './deadlines.module.css'
import { useWaiting } from './use-deadlines.ts'

/** The number of waiting tasks in the menu, red if one is overdue. */
export function WaitingCount() {
  const { words } = useLanguage()
  const waiting = useWaiting()
  if (!waiting || waiting.total === 0) return null
  return (
    <span className={styles.count} data-overdue={waiting.overdue > 0}>
      <span aria-hidden="true">{waiting.total}</span>
      <span className="sr-only">{words.deadlines.page.menuCount(waiting.total)}</span>
    </span>
  )
}
