import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { PasswordField } from '../forms/password-field.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { isShort } from './password-length.ts'

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
