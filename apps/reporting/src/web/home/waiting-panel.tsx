import { Link } from '@tanstack/react-router'
import { day, moment } from '@wayproof/messages/date-format'
import { leftText } from '@wayproof/messages/deadline-text'
import { placeOf } from '@wayproof/oversight/deadlines/deadline-place'
import type { ListedDeadline } from '@wayproof/oversight/deadlines/read-deadlines'
import { isOverdue, timeLeft } from '@wayproof/oversight/deadlines/urgency'
import { useId } from 'react'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { dueShape } from '../deadlines/due-mark.tsx'
import { TaskSentence } from '../deadlines/task-sentence.tsx'
import { useWaiting } from '../deadlines/use-deadlines.ts'
import { StatusShape } from '../glyphs/status-shape.tsx'
import { useLanguage } from '../language.tsx'
import styles from './waiting.module.css'

/** The user's next tasks, each with one button that leads to its place. */
export function WaitingPanel() {
  const { words } = useLanguage()
  const waiting = useWaiting()
  const text = words.reporting.home.waiting
  return (
    <Panel
      title={text.title}
      note={waiting && waiting.total > 0 ? text.count(waiting.total, waiting.overdue) : undefined}
      actions={<Link to="/deadlines">{words.deadlines.page.all}</Link>}
    >
      {waiting?.total === 0 ? <p className={ui.soft}>{text.none}</p> : null}
      <ul className={styles.list}>
        {waiting?.tasks.map((task) => (
          <Task
            key={`${task.kind} ${task.subject} ${task.part}`}
            task={task}
            now={waiting.now}
            timeZone={waiting.timeZone}
          />
        ))}
      </ul>
    </Panel>
  )
}

interface TaskProps {
  readonly task: ListedDeadline
  readonly now: number
  readonly timeZone: string
}

function Task({ task, now, timeZone }: TaskProps) {
  const { locale, words } = useLanguage()
  const { acts, due: dueText } = words.reporting.home.waiting
  const { due, kind } = task
  const [taskId, actId] = [useId(), useId()]
  const { path, search } = placeOf(task)
  const left = leftText(timeLeft(due, now, timeZone), words)
  const end = due.at === undefined ? day(due.day, locale) : moment(due.at, timeZone, locale)
  return (
    <li className={styles.row}>
      <span className={styles.shape} aria-hidden="true">
        <StatusShape shape={dueShape({ due, now, timeZone })} label={left} size={18} />
      </span>
      <p id={taskId} className={styles.task}>
        <TaskSentence deadline={task} />
      </p>
      <div className={styles.due}>
        <p data-overdue={isOverdue(due, now, timeZone)}>{left}</p>
        <p className={styles.day}>{dueText(end)}</p>
      </div>
      <Link
        to={path}
        search={search}
        className={styles.act}
        data-button
        id={actId}
        aria-labelledby={`${actId} ${taskId}`}
      >
        {acts[kind]}
      </Link>
    </li>
  )
}
