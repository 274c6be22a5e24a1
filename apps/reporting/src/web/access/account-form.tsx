import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { FaultNote } from '../surface/note.tsx'
import surface from '../surface/surface.module.css'

const LEAST_PASSWORD = 12

interface AccountFormProps {
  readonly token: string
  /** Null for the first officer, who gives the address. */
  readonly email: string | null
}

export function AccountForm({ token, email: invited }: AccountFormProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.access
  const router = useRouter()
  const [name, setName] = useState('')
  const [email, setEmail] = useState(invited ?? '')
  const [password, setPassword] = useState('')
  const [short, setShort] = useState(false)
  const accept = useMutation(
    trpc.people.accept.mutationOptions({
      // Accepting signs in: the answer carries the cookie.
      onSuccess: () => {
        queryClient.clear()
        router.history.push('/scorecard')
      },
    }),
  )
  function submit(event: FormEvent) {
    event.preventDefault()
    const tooShort = [...password].length < LEAST_PASSWORD
    setShort(tooShort)
    if (tooShort) return
    accept.mutate({ token, name: name.trim(), password, locale, ...(invited ? {} : { email: email.trim() }) })
  }
  return (
    <form className={surface.form} onSubmit={submit}>
      <TextInput
        required
        withAsterisk={false}
        autoComplete="name"
        maxLength={100}
        label={text.name}
        value={name}
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
      <TextInput
        type="email"
        required
        withAsterisk={false}
        autoComplete="username"
        maxLength={254}
        label={text.email}
        value={email}
        readOnly={invited !== null}
        onChange={({ currentTarget: { value } }) => setEmail(value)}
      />
      <PasswordInput
        required
        withAsterisk={false}
        autoComplete="new-password"
        maxLength={128}
        label={text.password}
        description={text.passwordHint}
        error={short ? text.passwordShort : null}
        value={password}
        onChange={({ currentTarget: { value } }) => setPassword(value)}
      />
      {accept.error ? <FaultNote error={accept.error} /> : null}
      <Button type="submit" fullWidth loading={accept.isPending}>
        {text.accept}
      </Button>
    </form>
  )
}
