import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { isShort } from '../access/password-length.ts'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Form } from '../forms/form.tsx'
import { PasswordField } from '../forms/password-field.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'

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
