import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { LatestActs } from '../audit-log/latest-acts.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { AccountLog } from './account-log.tsx'
import { AppointmentsPanel } from './appointments-panel.tsx'
import { ConfirmedTable } from './confirmed-table.tsx'
import { InvitationsTable } from './invitations-table.tsx'
import { InviteForm } from './invite-form.tsx'
import styles from './people.module.css'
import { PeopleTable } from './people-table.tsx'
import { isManager } from './roles.ts'

/**
 * Lists everyone who may sign in; officers and administrators invite. Other roles come here to confirm an
 * appointment.
 */
export function PeoplePage() {
  const { user } = useMe()
  if (!user || !isManager(user.role)) return <ConfirmersPage />
  return <ManagersPage me={user.id} mayReadLog={user.role === 'officer'} />
}

function ConfirmersPage() {
  const { appointments: text } = useLanguage().words.reporting.people
  const shell = useLanguage().words.reporting.shell
  const appointments = useQuery(trpc.people.appointments.queryOptions())
  if (appointments.isLoadingError) {
    return <FaultPanel error={appointments.error} onAgain={() => void appointments.refetch()} />
  }
  if (!appointments.data) return <Loading heights={[56, 240]} />
  const { waiting } = appointments.data
  return (
    <>
      <PageHead title={shell.people} lead={waiting.length > 0 ? text.confirmLead : text.none} />
      {waiting.length > 0 ? <AppointmentsPanel pendingAppointments={waiting} /> : null}
    </>
  )
}

function ManagersPage({ me, mayReadLog }: { readonly me: string; readonly mayReadLog: boolean }) {
  const { words } = useLanguage()
  const { account, people: text } = words.reporting
  const people = useQuery(trpc.people.list.queryOptions())
  const invitations = useQuery(trpc.people.invitations.queryOptions())
  const appointments = useQuery(trpc.people.appointments.queryOptions())
  if (people.isLoadingError) return <FaultPanel error={people.error} onAgain={() => void people.refetch()} />
  if (!people.data) return <Loading heights={[56, 240]} />
  const withoutFactor = people.data.filter(({ secondFactor }) => !secondFactor).length
  return (
    <>
      <PageHead title={account.people.title(people.data.length, withoutFactor)} lead={text.lead} />
      <div className={ui.stack}>
        <div className={mayReadLog ? styles.beside : undefined}>
          <PeopleTable people={people.data} me={me} />
          {mayReadLog ? <LatestActs /> : null}
        </div>
        {appointments.data?.waiting.length ? (
          <AppointmentsPanel pendingAppointments={appointments.data.waiting} mayManage />
        ) : null}
        {invitations.data?.length ? <InvitationsTable invitations={invitations.data} /> : null}
        <InviteForm people={people.data} invitations={invitations.data ?? []} />
        {appointments.data?.history.length ? <ConfirmedTable history={appointments.data.history} /> : null}
        <AccountLog />
      </div>
    </>
  )
}
