import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { RecordTable } from '../records/record-table.tsx'

/** Lists the links that a command on the server created for locked-out officers; renders nothing without any. */
export function RecoveriesPanel() {
  const { words } = useLanguage()
  const text = words.reporting.account.recoveries
  const { data = [] } = useQuery(trpc.passwordReset.recoveries.queryOptions())
  if (data.length === 0) return null
  return (
    <Panel title={text.title}>
      <p className={ui.soft}>{text.lead}</p>
      <RecordTable
        caption={text.title}
        columns={[text.who, text.made, text.used]}
        records={data.map(({ id, name, madeAt, usedAt }) => ({
          id,
          head: <Verbatim>{name}</Verbatim>,
          cells: [
            <RelativeMoment key="made" at={madeAt} />,
            usedAt === null ? text.unused : <RelativeMoment key="used" at={usedAt} />,
          ],
        }))}
      />
    </Panel>
  )
}
