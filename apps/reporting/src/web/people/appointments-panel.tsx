import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Appointments, queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { ConfirmDialog } from '../surface/confirm-dialog.tsx'
import { FaultNote } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import { QuietButton } from '../surface/quiet-button.tsx'
import surface from '../surface/surface.module.css'
import { WideTable } from '../surface/wide-table.tsx'

type Waiting = Appointments['waiting'][number]

/** Lists appointed officers and case handlers, and who may confirm each. */
export function AppointmentsPanel({
  waiting,
  manages = false,
}: {
  readonly waiting: readonly Waiting[]
  /** Whether the reader may withdraw a proposed change of role. */
  readonly manages?: boolean
}) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { appointments: text, columns, roles } = words.reporting.people
  const { none, listed } = words.reporting.shell
  const [asked, setAsked] = useState<Waiting | null>(null)
  const confirm = useMutation(
    trpc.people.confirm.mutationOptions({
      onSettled: () => {
        setAsked(null)
        void queryClient.invalidateQueries()
      },
    }),
  )
  const withdraw = useMutation(
    trpc.people.withdrawRole.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  return (
    <Panel title={text.title}>
      <p className={surface.soft}>{text.lead}</p>
      <WideTable caption={text.title} stacked>
        <thead>
          <tr>
            {[text.who, columns.role, text.appointedBy, text.confirmers].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {waiting.map((each) => (
            <tr key={each.id}>
              <th scope="row" translate="no">
                {[each.name, each.email].filter(Boolean).join(listed) || none}
              </th>
              <td data-label={columns.role}>
                {each.roleNow ? text.instead(roles[each.role], roles[each.roleNow]) : roles[each.role]}
              </td>
              <td data-label={text.appointedBy} translate="no">
                {text.on(each.appointedBy, dayOf(each.appointedAt))}
              </td>
              <td data-label={text.confirmers}>
                {each.mayConfirm ? (
                  <QuietButton disabled={confirm.isPending} onClick={() => setAsked(each)}>
                    {text.action}
                  </QuietButton>
                ) : (
                  each.confirmers.join(listed) || text.nobody
                )}{' '}
                {manages && each.roleNow ? (
                  <QuietButton disabled={withdraw.isPending} onClick={() => withdraw.mutate({ id: each.id })}>
                    {text.withdraw}
                  </QuietButton>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {confirm.error ? <FaultNote error={confirm.error} /> : null}
      {withdraw.error ? <FaultNote error={withdraw.error} /> : null}
      {asked ? (
        <ConfirmDialog
          title={text.confirmTitle}
          action={text.action}
          busy={confirm.isPending}
          onConfirm={() => confirm.mutate({ id: asked.id })}
          onClose={() => setAsked(null)}
        >
          {asked.roleNow ? <p>{text.confirmChange}</p> : null}
          <p>{text.confirm(asked.email ?? asked.name ?? none, roles[asked.role], asked.appointedBy)}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
