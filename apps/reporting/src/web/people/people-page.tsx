import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import { clockTime, day, moment } from '@wayproof/messages/date-format'
import { type Appointments, queryClient, trpc } from '../api.ts'
import auditLogStyles from '../audit-log/audit-log.module.css'
import { ActorName, ActText } from '../audit-log/audit-table.tsx'
import { ChainLine } from '../audit-log/chain-line.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { ConfirmButton } from '../records/confirm-button.tsx'
import { RecordTable } from '../records/record-table.tsx'
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

const onSettled = () => queryClient.invalidateQueries()

type PendingAppointments = Appointments['waiting'][number]

/** Lists appointed officers and case handlers, and who may confirm each. */
export function AppointmentsPanel({
  pendingAppointments,
  mayManage = false,
}: {
  readonly pendingAppointments: readonly PendingAppointments[]
  /** Whether the reader may withdraw a proposed change of role. */
  readonly mayManage?: boolean
}) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { appointments: text, columns, roles } = words.reporting.people
  const { none, listed } = words.reporting.shell
  const confirm = useMutation(trpc.approval.decide.mutationOptions({ onSettled }))
  const withdraw = useMutation(trpc.approval.withdraw.mutationOptions({ onSettled }))
  const confirmersOf = (appointment: PendingAppointments) =>
    appointment.confirmers.length > 0 ? <Verbatim>{appointment.confirmers.join(listed)}</Verbatim> : text.nobody
  return (
    <Panel title={text.title}>
      <p className={ui.soft}>{text.lead}</p>
      <RecordTable
        caption={text.title}
        columns={[text.who, columns.role, text.appointedBy, text.confirmers]}
        records={pendingAppointments.map((appointment) => ({
          id: appointment.id,
          head: <Verbatim>{[appointment.name, appointment.email].filter(Boolean).join(listed) || none}</Verbatim>,
          cells: [
            appointment.roleNow
              ? text.instead(roles[appointment.role], roles[appointment.roleNow])
              : roles[appointment.role],
            <Verbatim key="by">{text.on(appointment.appointedBy, dayOf(appointment.appointedAt))}</Verbatim>,
            <span key="confirm" className={ui.rowActions}>
              {appointment.mayConfirm ? (
                <ConfirmButton
                  action={text.action}
                  title={text.confirmTitle}
                  busy={confirm.isPending}
                  onConfirm={() => confirm.mutate({ id: appointment.id, approve: true })}
                >
                  {appointment.roleNow ? <p>{text.confirmChange}</p> : null}
                  <p>
                    {text.confirm(
                      appointment.email ?? appointment.name ?? none,
                      roles[appointment.role],
                      appointment.appointedBy,
                    )}
                  </p>
                </ConfirmButton>
              ) : (
                confirmersOf(appointment)
              )}
              {mayManage && appointment.roleNow ? (
                <LinkButton disabled={withdraw.isPending} onClick={() => withdraw.mutate({ id: appointment.id })}>
                  {text.withdraw}
                </LinkButton>
              ) : null}
            </span>,
          ],
        }))}
      />
      {confirm.error ? <ErrorNote error={confirm.error} /> : null}
      {withdraw.error ? <ErrorNote error={withdraw.error} /> : null}
    </Panel>
  )
}

/** The last entries of the audit log, beside the people. */
function LatestActs() {
  const { locale, words } = useLanguage()
  const { timeZone, today } = useOrganisationDays()
  const text = words.reporting.auditLog
  const { data } = useQuery({ ...trpc.auditLog.latest.queryOptions(), staleTime: 0 })
  if (!data) return null
  const whenOf = (at: Instant) => {
    const date = dateAt(at, timeZone)
    return date === today ? clockTime(at, timeZone, locale) : day(date, locale)
  }
  return (
    <Panel title={text.title} actions={<Link to="/audit-log">{text.searchAll}</Link>}>
      {data.length === 0 ? <p className={ui.soft}>{text.none}</p> : null}
      <ul className={auditLogStyles.latest}>
        {data.map((entry, index) => (
          // Entries of one moment have no other name.
          <li key={`${entry.at} ${index}`}>
            <span className={auditLogStyles.head}>
              <ActorName entry={entry} />
              <time
                className={ui.soft}
                dateTime={new Date(entry.at).toISOString()}
                title={moment(entry.at, timeZone, locale)}
              >
                {whenOf(entry.at)}
              </time>
            </span>
            <span className={auditLogStyles.what}>
              <ActText entry={entry} />
            </span>
          </li>
        ))}
      </ul>
      <ChainLine />
    </Panel>
  )
}
