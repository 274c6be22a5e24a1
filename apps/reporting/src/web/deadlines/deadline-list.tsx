import { day, moment } from '@wayproof/messages/date-format'
import { type Deadline, type Due, deadlineId } from '@wayproof/oversight/deadlines/deadline'
import { useLanguage } from '../language.tsx'
import { DeadlineLink } from './deadline-link.tsx'
import styles from './deadlines.module.css'
import { DueMark } from './due-mark.tsx'

interface DeadlineListProps {
  readonly deadlines: readonly Deadline[]
  readonly now: number
  readonly timeZone: string
}

/** Deadlines with their task, their end, the roles that have to do it, and the time left. */
export function DeadlineList({ deadlines, now, timeZone }: DeadlineListProps) {
  const { locale, words } = useLanguage()
  const { page } = words.deadlines
  const { roles } = words.reporting.people
  const endOf = (due: Due) => (due.at === undefined ? day(due.day, locale) : moment(due.at, timeZone, locale))
  return (
    <ul className={styles.list}>
      {deadlines.map((deadline) => (
        <li key={`${deadline.kind} ${deadline.subject} ${deadline.part}`} className={styles.row}>
          <div className={styles.task}>
            <DeadlineLink deadline={deadline} />
            <p className={styles.detail}>
              {`${endOf(deadline.due)} · ${deadline.roles.map((role) => roles[role]).join(words.reporting.shell.listed)}`}
              {' · '}
              <a href={`/export/deadlines.ics?${new URLSearchParams({ id: deadlineId(deadline) })}`} download>
                {page.toCalendar}
              </a>
            </p>
          </div>
          <DueMark due={deadline.due} now={now} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  )
}
