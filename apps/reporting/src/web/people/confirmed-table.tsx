import type { Appointments } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { Panel } from '../surface/panel.tsx'
import { WideTable } from '../surface/wide-table.tsx'

/** Which two people made somebody officer or case handler, and when. */
export function ConfirmedTable({ history }: { readonly history: Appointments['history'] }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { appointments: text, columns, roles } = words.reporting.people
  const { none, listed } = words.reporting.shell
  return (
    <Panel title={text.historyTitle}>
      <WideTable caption={text.historyTitle} stacked>
        <thead>
          <tr>
            {[text.who, columns.role, text.appointedBy, text.confirmedBy].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {history.map(({ id, name, email, role, appointedBy, appointedAt, confirmed }) => (
            <tr key={id}>
              <th scope="row" translate="no">
                {[name, email].filter(Boolean).join(listed) || none}
              </th>
              <td data-label={columns.role}>{roles[role]}</td>
              <td data-label={text.appointedBy} translate="no">
                {text.on(appointedBy, dayOf(appointedAt))}
              </td>
              <td data-label={text.confirmedBy} translate="no">
                {confirmed ? text.on(confirmed.by, dayOf(confirmed.at)) : none}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
