import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { LOCALES, nearestLocale } from '@wayproof/kernel/people/locale'
import { useState } from 'react'
import { queryClient, trpc, type User } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'

export function NameForm({ user }: { readonly user: User }) {
  const { words, choose } = useLanguage()
  const { account, people, shell } = words.reporting
  const text = account.profile
  const { passwordless } = useMe()
  const [name, setName] = useState(user.name)
  const [locale, setLocale] = useState(user.locale)
  const save = useMutation(
    trpc.profile.save.mutationOptions({
      onSuccess: (_, saved) => {
        choose(saved.locale)
        return queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Panel title={text.nameTitle}>
      <Form className={ui.form} onSubmit={() => save.mutate({ name: name.trim(), locale })}>
        <TextField
          required
          autoComplete="name"
          maxLength={100}
          label={text.name}
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
        />
        <TextField
          readOnly
          type="email"
          label={text.email}
          description={passwordless ? account.provider.emailHint : text.emailHint}
          value={user.email}
        />
        <NativeSelect
          translate="no"
          label={text.language}
          value={locale}
          data={LOCALES.map((value) => ({ value, label: people.languages[value] }))}
          onChange={({ currentTarget: { value } }) => setLocale(nearestLocale(value))}
        />
        <div>
          <Button type="submit" loading={save.isPending}>
            {shell.save}
          </Button>
        </div>
        {save.error ? <ErrorNote error={save.error} /> : null}
        {save.isSuccess ? <Note>{shell.saved}</Note> : null}
      </Form>
    </Panel>
  )
}
