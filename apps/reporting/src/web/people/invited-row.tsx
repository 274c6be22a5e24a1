import { useMutation } from '@tanstack/react-query'
import { type Invitation, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { ConfirmButton } from '../records/confirm-button.tsx'
import styles from './people.module.css'

/** An invitation that no one has accepted yet, as a row among the accounts. */
export function InvitedRow({ invitation: { id, email, role, expiresAt } }: { readonly invitation: Invitation }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.people
  const { people } = words.reporting.account
  const { none } = words.reporting.shell
  const revoke = useMutation(
    trpc.people.revoke.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.person}>
        <Verbatim>{email ?? none}</Verbatim>
      </th>
      <td data-label={text.columns.role}>{text.roles[role]}</td>
      <td data-label={text.columns.signedIn}>
        {people.shown.invited}
        <span className={ui.below}>{people.until(dayOf(expiresAt))}</span>
      </td>
      <td data-label={people.factor}>
        <StateMark shape="unknown" label={people.notYet} />
      </td>
      <td data-label={text.columns.sessions} data-number>
        {none}
      </td>
      <td className={styles.act}>
        <ConfirmButton
          isDangerous
          action={text.invited.revoke}
          title={people.revokeTitle(email ?? none)}
          busy={revoke.isPending}
          onConfirm={() => revoke.mutate({ id })}
        >
          <p>{people.revokeText}</p>
          {revoke.error ? <ErrorNote error={revoke.error} /> : null}
        </ConfirmButton>
      </td>
    </tr>
  )
}
