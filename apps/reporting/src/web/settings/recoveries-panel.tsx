import { useQuery } from '@tanstack/react-query'
import { moment } from '@wayproof/messages'
import { trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'
import { WideTable } from '../surface/wide-table.tsx'

/** Lists the links that a command on the server made for locked-out officers; nothing where there is none. */
export function RecoveriesPanel() {
  const { locale, words } = useLanguage()
  const text = words.reporting.account.recoveries
  const { timeZone } = useOrganisationDays()
  const { data = [] } = useQuery(trpc.passwordReset.recoveries.queryOptions())
  if (data.length === 0) return null
  return (
    <Panel title={text.title}>
      <p className={surface.soft}>{text.lead}</p>
      <WideTable caption={text.title} stacked>
        <thead>
          <tr>
            {[text.who, text.made, text.used].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.map(({ id, name, madeAt, usedAt }) => (
            <tr key={id}>
              <th scope="row" translate="no">
                {name}
              </th>
              <td data-label={text.made}>{moment(madeAt, timeZone, locale)}</td>
              <td data-label={text.used}>{usedAt === null ? text.unused : moment(usedAt, timeZone, locale)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
