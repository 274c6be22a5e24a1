import { useQuery } from '@tanstack/react-query'
import { moment } from '@wayproof/messages'
import { useState } from 'react'
import { type AccountEntry, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RecordTable } from '../records/record-table.tsx'

const NEWEST = 10

/** Lists the changes to accounts, with their author and time. */
export function AccountLog() {
  const { locale, words } = useLanguage()
  const { account, people, shell } = words.reporting
  const { timeZone } = useOrganisationDays()
  const { data = [] } = useQuery(trpc.people.log.queryOptions())
  const [showAll, setShowAll] = useState(false)
  const text = account.log
  if (data.length === 0) return null
  const whatOf = ({ deed, role }: AccountEntry) => text.deeds[deed](role === null ? '' : people.roles[role])
  const byOf = ({ by, deed }: AccountEntry) => {
    if (by !== null) return <Verbatim>{by}</Verbatim>
    return deed === 'link-made' ? text.command : text.unrecorded
  }
  return (
    <Panel
      title={text.title}
      actions={
        data.length > NEWEST && !showAll ? (
          <LinkButton onClick={() => setShowAll(true)}>{text.all(data.length)}</LinkButton>
        ) : null
      }
    >
      <p className={ui.soft}>{text.lead}</p>
      <RecordTable
        caption={text.title}
        columns={[text.when, text.what, text.about, text.by]}
        records={data.slice(0, showAll ? data.length : NEWEST).map((entry, index) => ({
          id: `${entry.at} ${entry.deed} ${index}`,
          head: moment(entry.at, timeZone, locale),
          cells: [
            whatOf(entry),
            entry.about === null ? shell.none : <Verbatim key="about">{entry.about}</Verbatim>,
            byOf(entry),
          ],
        }))}
      />
    </Panel>
  )
}
