import { useQuery } from '@tanstack/react-query'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import { day, moment } from '@wayproof/messages/date-format'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { CorrectStart } from './correct-start.tsx'

interface ProgrammeStartPanelProps {
  readonly start: CalendarDate
  readonly isOfficer: boolean
}

/** Shows the program's first day and its corrections; officers correct it here. */
export function ProgrammeStartPanel({ start, isOfficer }: ProgrammeStartPanelProps) {
  const { locale, words } = useLanguage()
  const { timeZone } = useMe()
  const text = words.reporting.people.start
  const { data } = useQuery(trpc.organisation.start.queryOptions())
  if (!data || (!isOfficer && data.changes.length === 0)) return null
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p>{text.now(day(start, locale))}</p>
        {data.changes.length > 0 ? (
          <ol>
            {data.changes.map(({ from, to, reason, changedAt, changedBy }) => (
              <li key={changedAt}>
                <p>{text.change(day(from, locale), day(to, locale))}</p>
                <p translate="no">{reason}</p>
                <p className={ui.soft} translate="no">
                  {text.by(changedBy, moment(changedAt, timeZone, locale))}
                </p>
              </li>
            ))}
          </ol>
        ) : null}
        {!isOfficer ? null : data.fixed ? (
          <p className={ui.soft}>{words.reporting.faults.codes[data.fixed]}</p>
        ) : (
          <CorrectStart start={start} />
        )}
      </div>
    </Panel>
  )
}
