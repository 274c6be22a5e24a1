import { Link } from '@tanstack/react-router'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { DeadlineList } from './deadline-list.tsx'
import styles from './deadlines.module.css'
import { useWaiting } from './use-deadlines.ts'

/** Most tasks on the home of a role. */
const MOST_SHOWN = 5

/** The user's next tasks, on top of the home; nothing while none waits. */
export function WaitingPanel() {
  const { words } = useLanguage()
  const waiting = useWaiting()
  const text = words.deadlines.page
  if (!waiting || waiting.tasks.length === 0) return null
  const { tasks, overdue, now, timeZone } = waiting
  return (
    <div className={styles.waiting}>
      <Panel
        title={`${text.waiting} · ${text.waitingCount(tasks.length, overdue)}`}
        actions={<Link to="/deadlines">{text.all}</Link>}
      >
        <DeadlineList deadlines={tasks.slice(0, MOST_SHOWN)} now={now} timeZone={timeZone} />
      </Panel>
    </div>
  )
}
