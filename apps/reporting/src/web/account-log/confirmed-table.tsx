import type { Appointments } from '../api.ts'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RecordTable } from '../records/record-table.tsx'

/** Lists appointments with the two people who decided each. */
export function ConfirmedTable({ history }: { readonly history: Appointments['history'] }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { appointments: text, columns, roles } = words.reporting.people
  const { none, listed } = words.reporting.shell
  return (
    <Panel title={text.historyTitle}>
      <RecordTable
        caption={text.historyTitle}
        columns={[text.who, columns.role, text.appointedBy, text.confirmedBy]}
        records={history.map(({ id, name, email, role, appointedBy, appointedAt, confirmed }) => ({
          id,
          head: <Verbatim>{[name, email].filter(Boolean).join(listed) || none}</Verbatim>,
          cells: [
            roles[role],
            <Verbatim key="by">{text.on(appointedBy, dayOf(appointedAt))}</Verbatim>,
            confirmed ? <Verbatim key="confirmed">{text.on(confirmed.by, dayOf(confirmed.at))}</Verbatim> : none,
          ],
        }))}
      />
    </Panel>
  )
}
