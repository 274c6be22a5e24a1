import type { Invitation } from '../api.ts'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { isAppointed, type Role } from '../people/roles.ts'

interface ReplaceInvitationProps {
  readonly open: Invitation
  readonly role: Role
  readonly busy: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Says which open invitation a new one replaces. */
export function ReplaceInvitation({ open, role, busy, onConfirm, onClose }: ReplaceInvitationProps) {
  const { invite: text, roles } = useLanguage().words.reporting.people
  const { dayOf } = useOrganisationDays()
  return (
    <ConfirmDialog title={text.replaceTitle} action={text.replace} busy={busy} onConfirm={onConfirm} onClose={onClose}>
      <p>{text.open(open.email ?? '', roles[open.role], dayOf(open.expiresAt))}</p>
      {role === open.role ? null : <p>{text.newRole(roles[role])}</p>}
      {isAppointed(role) ? <p>{text.appointed}</p> : null}
    </ConfirmDialog>
  )
}
