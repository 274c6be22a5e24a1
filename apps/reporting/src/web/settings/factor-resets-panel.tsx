import { useMutation, useQuery } from '@tanstack/react-query'
import { queryClient, trpc } from '../api.ts'
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

/** Lists requests to remove a second factor and their confirmations; renders nothing without any. */
export function FactorResetsPanel({ isOfficer }: { readonly isOfficer: boolean }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.account.factor.resets
  const { data: resets = [] } = useQuery(trpc.secondFactor.resets.queryOptions())
  const rules = useQuery({ ...trpc.secondFactor.rules.queryOptions(), enabled: isOfficer })
  const ask = useMutation(trpc.secondFactor.askReset.mutationOptions({ onSettled }))
  const confirm = useMutation(trpc.approval.decide.mutationOptions({ onSettled }))
  const waitingUserIds = new Set(resets.filter(({ confirmed }) => !confirmed).map(({ userId }) => userId))
  const otherUsers = (rules.data?.users ?? []).filter(({ id }) => !waitingUserIds.has(id))
  if (resets.length + otherUsers.length === 0) return null
  function confirmationOf(reset: (typeof resets)[number]) {
    if (reset.confirmed) return <Verbatim>{text.on(reset.confirmed.by, dayOf(reset.confirmed.at))}</Verbatim>
    if (!reset.mayConfirm) return text.waits
    return (
      <ConfirmButton
        action={text.confirm}
        title={text.confirmTitle}
        busy={confirm.isPending}
        onConfirm={() => confirm.mutate({ id: reset.id, approve: true })}
      >
        <p>{text.confirmText(reset.name, reset.askedBy)}</p>
      </ConfirmButton>
    )
  }
  return (
    <Panel title={text.title}>
      <p className={ui.soft}>{text.lead}</p>
      <RecordTable
        caption={text.title}
        columns={[text.who, text.asked, text.confirmed]}
        records={[
          ...otherUsers.map(({ id, name }) => ({
            id,
            head: <Verbatim>{name}</Verbatim>,
            cells: [
              <LinkButton key="ask" disabled={ask.isPending} onClick={() => ask.mutate({ id })}>
                {text.ask}
              </LinkButton>,
              words.reporting.shell.none,
            ],
          })),
          ...resets.map((reset) => ({
            id: reset.id,
            head: <Verbatim>{reset.name}</Verbatim>,
            cells: [
              <Verbatim key="asked">{text.on(reset.askedBy, dayOf(reset.askedAt))}</Verbatim>,
              confirmationOf(reset),
            ],
          })),
        ]}
      />
      {ask.error ? <ErrorNote error={ask.error} /> : null}
      {confirm.error ? <ErrorNote error={confirm.error} /> : null}
    </Panel>
  )
}
