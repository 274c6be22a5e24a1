import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { isShort } from '../access/password-length.ts'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { faultOf } from '../components/fault-of.ts'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Form } from '../forms/form.tsx'
import { PasswordField } from '../forms/password-field.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { PlainPage } from '../shell/plain-page.tsx'

const route = getRouteApi('/reset/$token')

/**
 * Sets a new password through a link that was mailed or created by a command on the server. Opening it changes
 * nothing.
 */
export function ResetPage() {
  const { token } = route.useParams()
  return (
    <PlainPage>
      <Opened token={token} />
    </PlainPage>
  )
}

function Opened({ token }: { readonly token: string }) {
  const { faults, account } = useLanguage().words.reporting
  const text = account.reset
  const reset = useQuery(trpc.passwordReset.show.queryOptions({ token }, { staleTime: Number.POSITIVE_INFINITY }))
  if (reset.data) return <ResetForm token={token} email={reset.data.email} isRecovery={reset.data.recovers} />
  if (!reset.error) return <Loading heights={[80, 200]} />
  const { code } = faultOf(reset.error)
  if (code === null) return <FaultPanel error={reset.error} onAgain={() => void reset.refetch()} />
  return <PageHead title={faults.codes[code] ?? text.invalid} lead={<Link to="/reset">{text.again}</Link>} />
}

interface ResetFormProps {
  readonly token: string
  readonly email: string
  /** Whether the link also removes the second factor. */
  readonly isRecovery: boolean
}

export function ResetForm({ token, email, isRecovery }: ResetFormProps) {
  const { access, account } = useLanguage().words.reporting
  const text = account.reset
  const [password, setPassword] = useState('')
  // The server has also ended the session of this browser.
  const use = useMutation(trpc.passwordReset.use.mutationOptions({ onSuccess: () => queryClient.clear() }))
  if (use.isSuccess) return <PageHead title={text.done} lead={<Link to="/sign-in">{access.toSignIn}</Link>} />
  return (
    <>
      <PageHead title={text.choose} lead={isRecovery ? text.recovers : text.ends} />
      <Form isPassing className={ui.form} onSubmit={() => use.mutate({ token, password })}>
        <TextField readOnly type="email" autoComplete="username" label={access.email} value={email} />
        <PasswordField
          autoComplete="new-password"
          label={account.password.next}
          description={access.passwordHint}
          fault={isShort(password) ? access.passwordShort : null}
          value={password}
          onChange={({ currentTarget: { value } }) => setPassword(value)}
        />
        <Button type="submit" fullWidth loading={use.isPending}>
          {text.save}
        </Button>
        {use.error ? <ErrorNote error={use.error} /> : null}
      </Form>
    </>
  )
}
