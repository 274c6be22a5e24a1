import type { Runs } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { RecordTable } from '../records/record-table.tsx'

/** Emails that wait for a server: since when, why, and when one is tried next. Shows nothing if none waits. */
export function HoldPanel({ holds }: Pick<Runs, 'holds'>) {
  const { holdTitle, holdLead, holdColumns, allEmails, holdCauses } = useLanguage().words.reporting.runs
  if (holds.length === 0) return null
  return (
    <Panel title={holdTitle}>
      <p className={ui.soft}>{holdLead}</p>
      <RecordTable
        caption={holdTitle}
        columns={[holdColumns.to, holdColumns.since, holdColumns.why, holdColumns.next]}
        records={holds.map(({ domain, since, cause, reply, nextTryAt }) => ({
          id: domain,
          head: domain === '' ? allEmails : <Verbatim>{domain}</Verbatim>,
          cells: [
            <RelativeMoment key="since" at={since} />,
            <div key="why">
              {holdCauses[cause]}
              <p className={ui.soft}>
                <Verbatim>{reply}</Verbatim>
              </p>
            </div>,
            <RelativeMoment key="next" at={nextTryAt} />,
          ],
        }))}
      />
    </Panel>
  )
}
