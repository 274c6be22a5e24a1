import { getRouteApi, Link } from '@tanstack/react-router'
import { addDays, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { day, moment } from '@wayproof/messages/date-format'
import { type Deadline, type Due, deadlineId } from '@wayproof/oversight/deadlines/deadline'
import type { ListedDeadline } from '@wayproof/oversight/deadlines/read-deadlines'
import { dueDay, isOverdue } from '@wayproof/oversight/deadlines/urgency'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { DeadlineLink } from './deadline-link.tsx'
import styles from './deadlines.module.css'
import { DueMark } from './due-mark.tsx'
import { useDeadlines } from './use-deadlines.ts'

const route = getRouteApi('/inside/deadlines')

const GROUPS = ['overdue', 'week', 'month', 'later'] as const
type Group = (typeof GROUPS)[number]

/** All deadlines that the user may see, by how soon they end. */
export function DeadlinesPage() {
  const { words } = useLanguage()
  const search = route.useSearch()
  const deadlines = useDeadlines(search)
  const text = words.deadlines.page
  if (deadlines.isLoadingError) return <FaultPanel error={deadlines.error} onAgain={() => void deadlines.refetch()} />
  if (!deadlines.data) return <Loading heights={[56, 240, 200]} />
  const { now, timeZone, total, overdue, everyone, mine, pages } = deadlines.data
  const grouped = Map.groupBy(deadlines.data.deadlines, (deadline) => groupOf(deadline, now, timeZone))
  return (
    <>
      <PageHead title={text.title(total, overdue)} lead={text.lead}>
        {total > 0 ? (
          <div className={ui.links}>
            <a href={`/export/deadlines.ics${search.mine ? '?mine=true' : ''}`} download>
              {text.calendar}
            </a>
          </div>
        ) : null}
      </PageHead>
      <div className={ui.stack}>
        {mine > 0 && mine < everyone ? (
          <div className={styles.filter}>
            <Link to="/deadlines" search={{}} aria-current={search.mine ? undefined : 'true'}>
              {`${text.everyone} ${everyone}`}
            </Link>
            <Link to="/deadlines" search={{ mine: true }} aria-current={search.mine ? 'true' : undefined}>
              {`${text.mine} ${mine}`}
            </Link>
          </div>
        ) : null}
        {GROUPS.map((group) => {
          const some = grouped.get(group)
          return some ? (
            <Panel key={group} title={text.groups[group]}>
              <DeadlineList deadlines={some} now={now} timeZone={timeZone} />
            </Panel>
          ) : null
        })}
        <DeadlinesPager page={search.page ?? 1} pages={pages} />
      </div>
    </>
  )
}

function groupOf({ due }: ListedDeadline, now: number, timeZone: string): Group {
  if (isOverdue(due, now, timeZone)) return 'overdue'
  const today = dateAt(now, timeZone)
  const end = dueDay(due, timeZone)
  if (end <= addDays(today, 7)) return 'week'
  return end <= addDays(today, 30) ? 'month' : 'later'
}

interface DeadlinesPagerProps {
  readonly page: number
  readonly pages: number
}

/** Renders nothing if all deadlines fit on one page. */
export function DeadlinesPager({ page, pages }: DeadlinesPagerProps) {
  const text = useLanguage().words.deadlines.page
  if (pages === 1 && page === 1) return null
  const to = (next: number, label: string) => (
    <Link to="/deadlines" search={(current) => ({ ...current, page: next })}>
      {label}
    </Link>
  )
  return (
    <nav className={styles.pager} aria-label={text.pageOf(page, pages)}>
      {page > 1 ? to(Math.min(page - 1, pages), text.sooner) : null}
      <span>{text.pageOf(page, pages)}</span>
      {page < pages ? to(page + 1, text.later) : null}
    </nav>
  )
}

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
