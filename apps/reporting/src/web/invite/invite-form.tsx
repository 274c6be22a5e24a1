import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { LOCALES, nearestLocale } from '@wayproof/kernel/people/locale'
import { useState } from 'react'
import { type Invitation, type Person, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { isAppointed, ROLES, type Role, roleNamed } from '../people/roles.ts'
import { ReplaceInvitation } from './replace-invitation.tsx'

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
