import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import { clockTime, day, moment } from '@wayproof/messages/date-format'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './audit-log.module.css'
import { ActorName, ActText } from './audit-table.tsx'
import { ChainLine } from './chain-line.tsx'

/** The last entries of the audit log, beside the people. */
export function LatestActs() {
  const { locale, words } = useLanguage()
  const { timeZone, today } = useOrganisationDays()
  const text = words.reporting.auditLog
  const { data } = useQuery({ ...trpc.auditLog.latest.queryOptions(), staleTime: 0 })
  if (!data) return null
  const whenOf = (at: Instant) => {
    const date = dateAt(at, timeZone)
    return date === today ? clockTime(at, timeZone, locale) : day(date, locale)
  }
  return (
    <Panel title={text.title} actions={<Link to="/audit-log">{text.searchAll}</Link>}>
      {data.length === 0 ? <p className={ui.soft}>{text.none}</p> : null}
      <ul className={styles.latest}>
        {data.map((entry, index) => (
          // Entries of one moment have no other name.
          <li key={`${entry.at} ${index}`}>
            <span className={styles.head}>
              <ActorName entry={entry} />
              <time
                className={ui.soft}
                dateTime={new Date(entry.at).toISOString()}
                title={moment(entry.at, timeZone, locale)}
              >
                {whenOf(entry.at)}
              </time>
            </span>
            <span className={styles.what}>
              <ActText entry={entry} />
            </span>
          </li>
        ))}
      </ul>
      <ChainLine />
    </Panel>
  )
}
