import { useMutation } from '@tanstack/react-query'
import { type Invitation, queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { FaultNote } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import { QuietButton } from '../surface/quiet-button.tsx'
import { WideTable } from '../surface/wide-table.tsx'

/** People who were invited and have not joined yet. */
export function InvitationsTable({ invitations }: { readonly invitations: readonly Invitation[] }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.people
  const revoke = useMutation(
    trpc.people.revoke.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  return (
    <Panel title={text.invited.title}>
      <WideTable caption={text.invited.title} stacked>
        <thead>
          <tr>
            <th scope="col">{text.columns.email}</th>
            <th scope="col">{text.columns.role}</th>
            <th scope="col">{text.invited.until}</th>
            <th scope="col">{text.invited.action}</th>
          </tr>
        </thead>
        <tbody>
          {invitations.map(({ id, email, role, expiresAt }) => (
            <tr key={id}>
              <th scope="row" translate="no">
                {email ?? words.reporting.shell.none}
              </th>
              <td data-label={text.columns.role}>{text.roles[role]}</td>
              <td data-label={text.invited.until}>{dayOf(expiresAt)}</td>
              <td>
                <QuietButton disabled={revoke.isPending} onClick={() => revoke.mutate({ id })}>
                  {text.invited.revoke}
                </QuietButton>
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {revoke.error ? <FaultNote error={revoke.error} /> : null}
    </Panel>
  )
}
