import { Link } from '@tanstack/react-router'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { DeadlineList } from './deadline-list.tsx'
import styles from './deadlines.module.css'
import { useWaiting } from './use-deadlines.ts'

/** The user's next tasks, on top of the home; nothing while none waits. */
export function WaitingTasksPanel() {
  const { words } = useLanguage()
  const waiting = useWaiting()
  const text = words.deadlines.page
  if (!waiting || waiting.total === 0) return null
  const { tasks, total, overdue, now, timeZone } = waiting
  return (
    <div className={styles.waiting}>
      <Panel
        title={`${text.waiting} · ${text.waitingCount(total, overdue)}`}
        actions={<Link to="/deadlines">{text.all}</Link>}
      >
        <DeadlineList deadlines={tasks} now={now} timeZone={timeZone} />
      </Panel>
    </div>
  )
}
