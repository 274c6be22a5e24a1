import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { faultOf } from '../components/fault-of.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Form } from '../forms/form.tsx'
import { PasswordField } from '../forms/password-field.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { me } from '../me.ts'
import { PlainPage } from '../shell/plain-page.tsx'
import { isShort } from './password-length.ts'
import { ProviderButton } from './provider-button.tsx'

const route = getRouteApi('/invitation/$token')

const WELCOMES = {
  officer: 'welcomeOfficer',
  executive: 'welcomeExecutive',
  auditor: 'welcomeAuditor',
  administrator: 'welcomeAdministrator',
  'case-handler': 'welcomeHandler',
} as const satisfies Readonly<Record<string, string>>

/** Opening the page changes nothing; only the form creates the account. */
export function InvitationPage() {
  const { words } = useLanguage()
  const text = words.reporting.access
  const { empty, provider = null } = useQuery(me).data ?? {}
  const { token } = route.useParams()
  const invitation = useQuery(trpc.people.invitation.queryOptions({ token }, { staleTime: Number.POSITIVE_INFINITY }))
  if (invitation.error && faultOf(invitation.error).code === null)
    return (
      <PlainPage>
        <FaultPanel error={invitation.error} onAgain={() => void invitation.refetch()} />
      </PlainPage>
    )
  if (invitation.isPending)
    return (
      <PlainPage>
        <Loading heights={[80, 280]} />
      </PlainPage>
    )
  if (!invitation.data)
    return (
      <PlainPage>
        <PageHead title={text.invalid} lead={empty ? text.firstLinkPlace : text.invalidAdvice} />
        {empty ? <Note>{text.firstLinkAgain}</Note> : null}
        <Link to="/sign-in">{text.toSignIn}</Link>
      </PlainPage>
    )
  const { role, email } = invitation.data
  return (
    <PlainPage>
      <PageHead
        title={text.welcome}
        lead={text[role in WELCOMES ? WELCOMES[role as keyof typeof WELCOMES] : 'welcomeKeeper']}
      />
      {provider === null || email === null ? null : (
        <div className={ui.form}>
          <ProviderButton name={provider} />
          <p className={ui.soft}>{words.reporting.account.provider.orPassword}</p>
        </div>
      )}
      <AccountForm token={token} email={email} />
    </PlainPage>
  )
}

interface AccountFormProps {
  readonly token: string
  /** Null: the first officer types the address. */
  readonly email: string | null
}

export function AccountForm({ token, email: invitedEmail }: AccountFormProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.access
  const router = useRouter()
  const [name, setName] = useState('')
  const [email, setEmail] = useState(invitedEmail ?? '')
  const [password, setPassword] = useState('')
  const accept = useMutation(
    trpc.people.accept.mutationOptions({
      // Accepting an invitation also signs in: the response sets the session cookie.
      onSuccess: () => {
        queryClient.clear()
        router.history.push('/')
      },
    }),
  )
  function submit() {
    accept.mutate({ token, name: name.trim(), password, locale, ...(invitedEmail ? {} : { email: email.trim() }) })
  }
  return (
    <Form isPassing className={ui.form} onSubmit={submit}>
      <TextField
        required
        autoComplete="name"
        maxLength={100}
        label={text.name}
        value={name}
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
      <TextField
        type="email"
        required
        autoComplete="username"
        maxLength={254}
        label={text.email}
        value={email}
        readOnly={invitedEmail !== null}
        onChange={({ currentTarget: { value } }) => setEmail(value)}
      />
      <PasswordField
        autoComplete="new-password"
        label={text.password}
        description={text.passwordHint}
        fault={isShort(password) ? text.passwordShort : null}
        value={password}
        onChange={({ currentTarget: { value } }) => setPassword(value)}
      />
      {accept.error ? <ErrorNote error={accept.error} /> : null}
      <Button type="submit" fullWidth loading={accept.isPending}>
        {text.accept}
      </Button>
    </Form>
  )
}
