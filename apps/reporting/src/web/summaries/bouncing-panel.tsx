import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

/** Lists users whose latest letter bounced; renders nothing without any. */
export function BouncingPanel() {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { bouncing: text, ledger } = words.reporting.summaries
  const { columns } = text
  const bouncingQuery = useQuery(trpc.edition.bouncing.queryOptions())
  if (bouncingQuery.error) return <ErrorNote error={bouncingQuery.error} />
  if (!bouncingQuery.data || bouncingQuery.data.length === 0) return null
  return (
    <Panel title={text.title}>
      <p className={ui.soft}>{text.lead}</p>
      <WideTable caption={text.title} isStacked>
        <ColumnHeads columns={['name', 'state', 'at', 'reply']} names={columns} />
        <tbody>
          {bouncingQuery.data.map(({ userId, name, email, state, at, reply }) => (
            <tr key={userId}>
              <th scope="row">
                <Verbatim>{name}</Verbatim>
                <span className={ui.fileName} translate="no">
                  {email}
                </span>
              </th>
              <td data-label={columns.state}>{ledger.states[state]}</td>
              <td data-label={columns.at}>{dayOf(at)}</td>
              <td data-label={columns.reply}>
                <Verbatim>{reply ?? words.reporting.shell.none}</Verbatim>
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
