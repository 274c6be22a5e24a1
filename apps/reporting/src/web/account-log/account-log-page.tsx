import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AccountEntry, type Appointments, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { NotAllowed } from '../components/not-allowed.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { isManager } from '../people/roles.ts'
import { RecordTable } from '../records/record-table.tsx'

/** Lists the changes of accounts and the confirmed appointments. */
export function AccountLogPage() {
  const { account } = useLanguage().words.reporting
  const { data: appointments } = useQuery(trpc.people.appointments.queryOptions())
  const role = useMe().user?.role
  if (!role || !isManager(role)) return <NotAllowed />
  return (
    <>
      <PageHead title={account.log.title} lead={account.log.lead} trail={[account.log.title]} />
      <div className={ui.stack}>
        <AccountLog />
        {appointments?.history.length ? <ConfirmedTable history={appointments.history} /> : null}
      </div>
    </>
  )
}

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
