import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { ProviderSentence } from '../access/provider-sentence.tsx'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { me } from '../me.ts'
import { PlainPage } from '../shell/plain-page.tsx'

/** Requests a password reset link. The response is the same whether or not the address has an account. */
export function AskResetPage() {
  const { access, account } = useLanguage().words.reporting
  const text = account.reset
  const [email, setEmail] = useState('')
  const provider = useQuery(me).data?.provider ?? null
  const ask = useMutation(trpc.passwordReset.ask.mutationOptions())
  return (
    <PlainPage>
      <PageHead title={text.title} lead={text.lead} />
      <Form isPassing className={ui.form} onSubmit={() => ask.mutate({ email: email.trim() })}>
        <TextField
          type="email"
          required
          autoComplete="username"
          maxLength={254}
          label={access.email}
          value={email}
          onChange={({ currentTarget: { value } }) => setEmail(value)}
        />
        <Button type="submit" fullWidth loading={ask.isPending}>
          {text.ask}
        </Button>
        {ask.isSuccess ? <Note>{text.asked}</Note> : null}
        {ask.error ? <ErrorNote error={ask.error} /> : null}
        {provider ? (
          <p className={ui.soft}>
            <ProviderSentence sentence={account.provider.noReset} name={provider} />
          </p>
        ) : null}
        <Link to="/sign-in">{access.toSignIn}</Link>
      </Form>
    </PlainPage>
  )
}
