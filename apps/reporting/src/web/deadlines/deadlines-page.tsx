import { addDays, dateAt } from '@wayproof/kernel'
import { dueDay, isOverdue, type ListedDeadline } from '@wayproof/oversight'
import { useState } from 'react'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { DeadlineList } from './deadline-list.tsx'
import styles from './deadlines.module.css'
import { useDeadlines } from './use-deadlines.ts'

const GROUPS = ['overdue', 'week', 'month', 'later'] as const
type Group = (typeof GROUPS)[number]

/** All deadlines that the user may see, by how soon they end. */
export function DeadlinesPage() {
  const { words } = useLanguage()
  const [isMineOnly, setMineOnly] = useState(false)
  const deadlines = useDeadlines()
  const text = words.deadlines.page
  if (deadlines.isLoadingError) return <FaultPanel error={deadlines.error} onAgain={() => void deadlines.refetch()} />
  if (!deadlines.data) return <Loading heights={[56, 240, 200]} />
  const { now, timeZone } = deadlines.data
  const everyone = deadlines.data.deadlines
  const mine = everyone.filter((deadline) => deadline.isMine)
  const shown = isMineOnly ? mine : everyone
  const grouped = Map.groupBy(shown, (deadline) => groupOf(deadline, now, timeZone))
  return (
    <>
      <PageHead title={text.title(shown.length, grouped.get('overdue')?.length ?? 0)} lead={text.lead} />
      <div className={ui.stack}>
        {mine.length > 0 && mine.length < everyone.length ? (
          <div className={styles.filter}>
            <button type="button" aria-pressed={!isMineOnly} onClick={() => setMineOnly(false)}>
              {`${text.everyone} ${everyone.length}`}
            </button>
            <button type="button" aria-pressed={isMineOnly} onClick={() => setMineOnly(true)}>
              {`${text.mine} ${mine.length}`}
            </button>
          </div>
        ) : null}
        {GROUPS.map((group) => {
          const some = grouped.get(group)
          return some ? (
            <Panel key={group} title={text.groups[group]}>
              <DeadlineList deadlines={some} now={now} timeZone={timeZone} withRoles />
            </Panel>
          ) : null
        })}
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
