import { useMutation } from '@tanstack/react-query'
import { type Appointments, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { QuietButton } from '../components/quiet-button.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { ConfirmButton } from '../records/confirm-button.tsx'
import { RecordTable } from '../records/record-table.tsx'

const onSettled = () => queryClient.invalidateQueries()

type PendingAppointments = Appointments['waiting'][number]

/** Lists appointed officers and case handlers, and who may confirm each. */
export function AppointmentsPanel({
  waiting,
  manages = false,
}: {
  readonly waiting: readonly PendingAppointments[]
  /** Whether the reader may withdraw a proposed change of role. */
  readonly manages?: boolean
}) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { appointments: text, columns, roles } = words.reporting.people
  const { none, listed } = words.reporting.shell
  const confirm = useMutation(trpc.people.confirm.mutationOptions({ onSettled }))
  const withdraw = useMutation(trpc.people.withdrawRole.mutationOptions({ onSettled }))
  const confirmersOf = (each: PendingAppointments) =>
    each.confirmers.length > 0 ? <Verbatim>{each.confirmers.join(listed)}</Verbatim> : text.nobody
  return (
    <Panel title={text.title}>
      <p className={ui.soft}>{text.lead}</p>
      <RecordTable
        caption={text.title}
        columns={[text.who, columns.role, text.appointedBy, text.confirmers]}
        records={waiting.map((each) => ({
          id: each.id,
          head: <Verbatim>{[each.name, each.email].filter(Boolean).join(listed) || none}</Verbatim>,
          cells: [
            each.roleNow ? text.instead(roles[each.role], roles[each.roleNow]) : roles[each.role],
            <Verbatim key="by">{text.on(each.appointedBy, dayOf(each.appointedAt))}</Verbatim>,
            <span key="confirm" className={ui.rowActions}>
              {each.mayConfirm ? (
                <ConfirmButton
                  action={text.action}
                  title={text.confirmTitle}
                  busy={confirm.isPending}
                  onConfirm={() => confirm.mutate({ id: each.id })}
                >
                  {each.roleNow ? <p>{text.confirmChange}</p> : null}
                  <p>{text.confirm(each.email ?? each.name ?? none, roles[each.role], each.appointedBy)}</p>
                </ConfirmButton>
              ) : (
                confirmersOf(each)
              )}
              {manages && each.roleNow ? (
                <QuietButton disabled={withdraw.isPending} onClick={() => withdraw.mutate({ id: each.id })}>
                  {text.withdraw}
                </QuietButton>
              ) : null}
            </span>,
          ],
        }))}
      />
      {confirm.error ? <FaultNote error={confirm.error} /> : null}
      {withdraw.error ? <FaultNote error={withdraw.error} /> : null}
    </Panel>
  )
}
