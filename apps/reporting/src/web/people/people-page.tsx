import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { LatestActs } from '../audit-log/latest-acts.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { AppointmentsPanel } from './appointments-panel.tsx'
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
  const { account } = useLanguage().words.reporting
  const people = useQuery(trpc.people.list.queryOptions())
  const invitations = useQuery(trpc.people.invitations.queryOptions())
  const appointments = useQuery(trpc.people.appointments.queryOptions())
  if (people.isLoadingError) return <FaultPanel error={people.error} onAgain={() => void people.refetch()} />
  if (!people.data) return <Loading heights={[56, 240]} />
  const withoutFactor = people.data.filter(({ secondFactor }) => !secondFactor).length
  return (
    <>
      <PageHead
        title={account.people.title(people.data.length, withoutFactor)}
        lead={<Link to="/people/log">{account.people.toLog}</Link>}
      >
        <Button component={Link} to="/people/invite" className={styles.invite ?? ''}>
          {account.people.invite}
        </Button>
      </PageHead>
      <div className={ui.stack}>
        {appointments.data?.waiting.length ? (
          <AppointmentsPanel pendingAppointments={appointments.data.waiting} mayManage />
        ) : null}
        <div className={mayReadLog ? styles.beside : undefined}>
          <PeopleTable people={people.data} invitations={invitations.data ?? []} me={me} />
          {mayReadLog ? <LatestActs /> : null}
        </div>
      </div>
    </>
  )
}
