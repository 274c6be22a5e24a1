import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { LOCALES, nearestLocale } from '@wayproof/kernel/people/locale'
import { useState } from 'react'
import { type Invitation, type Person, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { isAppointed, ROLES, type Role, roleNamed } from '../people/roles.ts'

/** Invites one person to an account. */
export function InvitePage() {
  const { account, people: text } = useLanguage().words.reporting
  const people = useQuery(trpc.people.list.queryOptions())
  const invitations = useQuery(trpc.people.invitations.queryOptions())
  if (people.isLoadingError) return <FaultPanel error={people.error} onAgain={() => void people.refetch()} />
  if (!people.data) return <Loading heights={[56, 240]} />
  return (
    <>
      <PageHead title={account.people.invite} lead={text.lead} trail={[account.people.invite]} />
      <InviteForm people={people.data} invitations={invitations.data ?? []} />
    </>
  )
}

interface InviteFormProps {
  readonly people: readonly Person[]
  readonly invitations: readonly Invitation[]
}

/** Invites one person by email; warns first if the address already has an account or an invitation. */
export function InviteForm({ people, invitations }: InviteFormProps) {
  const { locale: ownLocale, words } = useLanguage()
  const text = words.reporting.people
  const { user } = useMe()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('executive')
  const [locale, setLocale] = useState(ownLocale)
  const [isConfirming, setIsConfirming] = useState(false)
  const invite = useMutation(
    trpc.people.invite.mutationOptions({
      onSuccess: () => setEmail(''),
      onSettled: async () => {
        setIsConfirming(false)
        // Until the lists are read again, the address would still look free.
        await queryClient.invalidateQueries()
      },
    }),
  )
  const address = email.trim().toLowerCase()
  const account = people.find((person) => person.email === address)
  const open = invitations.find((invitation) => invitation.email === address)
  const isAppointment = invite.variables !== undefined && isAppointed(invite.variables.role)
  // A second person must confirm an administrator's invitation of an officer or case handler before it is mailed.
  const needsConfirmation = isAppointment && user?.role === 'administrator'
  function submit() {
    if (open) setIsConfirming(true)
    else invite.mutate({ email: address, role, locale })
  }
  return (
    <Panel title={text.invite.title}>
      <Form className={ui.form} onSubmit={submit}>
        <TextField
          type="email"
          required
          label={text.invite.email}
          value={email}
          maxLength={254}
          onChange={({ currentTarget: { value } }) => setEmail(value)}
        />
        <NativeSelect
          label={text.invite.role}
          value={role}
          data={ROLES.map((value) => ({ value, label: text.roles[value] }))}
          onChange={({ currentTarget: { value } }) => setRole(roleNamed(value))}
        />
        <NativeSelect
          translate="no"
          label={text.invite.language}
          value={locale}
          data={LOCALES.map((value) => ({ value, label: text.languages[value] }))}
          onChange={({ currentTarget: { value } }) => setLocale(nearestLocale(value))}
        />
        <div>
          <Button type="submit" loading={invite.isPending} disabled={account !== undefined}>
            {text.invite.action}
          </Button>
        </div>
        {account ? <Note tone="caution">{text.invite.taken(account.email, text.roles[account.role])}</Note> : null}
        {invite.error ? <ErrorNote error={invite.error} /> : null}
        {invite.isSuccess ? (
          <Note>
            {needsConfirmation
              ? text.invite.proposed(invite.variables.email)
              : text.invite.sent(invite.variables.email)}
            {isAppointment && !needsConfirmation ? ` ${text.invite.appointed}` : null}
          </Note>
        ) : null}
      </Form>
      {isConfirming && open ? (
        <ReplaceInvitation
          open={open}
          role={role}
          busy={invite.isPending}
          onConfirm={() => invite.mutate({ email: address, role, locale, replaces: open.id })}
          onClose={() => setIsConfirming(false)}
        />
      ) : null}
    </Panel>
  )
}

interface ReplaceInvitationProps {
  readonly open: Invitation
  readonly role: Role
  readonly busy: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Says which open invitation a new one replaces. */
function ReplaceInvitation({ open, role, busy, onConfirm, onClose }: ReplaceInvitationProps) {
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
