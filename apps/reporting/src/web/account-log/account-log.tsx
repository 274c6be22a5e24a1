import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AccountEntry, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { RecordTable } from '../records/record-table.tsx'

const PAGE_SIZE = 20

/** Lists the changes to accounts, with their author and time; older ones on request. */
export function AccountLog() {
  const { words } = useLanguage()
  const { account, people, shell } = words.reporting
  const { data = [] } = useQuery(trpc.people.log.queryOptions())
  const [shownCount, setShownCount] = useState(PAGE_SIZE)
  const text = account.log
  const whatOf = ({ deed, role }: AccountEntry) => text.deeds[deed](role === null ? '' : people.roles[role])
  const byOf = ({ by, deed }: AccountEntry) => {
    if (by !== null) return <Verbatim>{by}</Verbatim>
    return deed === 'link-made' ? text.command : text.unrecorded
  }
  return (
    <Panel title={text.changes}>
      <RecordTable
        caption={text.title}
        columns={[text.when, text.what, text.about, text.by]}
        records={data.slice(0, shownCount).map((entry, index) => ({
          id: `${entry.at} ${entry.deed} ${index}`,
          head: <RelativeMoment at={entry.at} />,
          cells: [
            whatOf(entry),
            entry.about === null ? shell.none : <Verbatim key="about">{entry.about}</Verbatim>,
            byOf(entry),
          ],
        }))}
      />
      {data.length > shownCount ? (
        <p className={ui.more}>
          <LinkButton onClick={() => setShownCount(shownCount + PAGE_SIZE)}>
            {text.older(Math.min(PAGE_SIZE, data.length - shownCount))}
          </LinkButton>
        </p>
      ) : null}
    </Panel>
  )
}
