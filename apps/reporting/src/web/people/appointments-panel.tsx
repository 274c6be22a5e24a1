import { useMutation } from '@tanstack/react-query'
import { type Appointments, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { ConfirmButton } from '../records/confirm-button.tsx'
import { RecordTable } from '../records/record-table.tsx'

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
