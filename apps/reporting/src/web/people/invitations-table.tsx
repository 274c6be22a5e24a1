import { useMutation } from '@tanstack/react-query'
import { type Invitation, queryClient, trpc } from '../api.ts'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { RecordTable } from '../records/record-table.tsx'

/** Lists invitations that nobody has accepted yet. */
export function InvitationsTable({ invitations }: { readonly invitations: readonly Invitation[] }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.people
  const revoke = useMutation(
    trpc.people.revoke.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  return (
    <Panel title={text.invited.title}>
      <RecordTable
        caption={text.invited.title}
        columns={[text.columns.email, text.columns.role, text.invited.until, text.invited.action]}
        records={invitations.map(({ id, email, role, expiresAt }) => ({
          id,
          head: <Verbatim>{email ?? words.reporting.shell.none}</Verbatim>,
          cells: [
            text.roles[role],
            dayOf(expiresAt),
            <LinkButton key="revoke" disabled={revoke.isPending} onClick={() => revoke.mutate({ id })}>
              {text.invited.revoke}
            </LinkButton>,
          ],
        }))}
      />
      {revoke.error ? <ErrorNote error={revoke.error} /> : null}
    </Panel>
  )
}
