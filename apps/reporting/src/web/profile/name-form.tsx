import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { LOCALES, nearestLocale } from '@wayproof/kernel'
import { useState } from 'react'
import { queryClient, trpc, type User } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { Form } from '../surface/form.tsx'
import { FaultNote, Note } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'
import { TextField } from '../surface/text-field.tsx'

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
      <Form className={surface.form} onSubmit={() => save.mutate({ name: name.trim(), locale })}>
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
        {save.error ? <FaultNote error={save.error} /> : null}
        {save.isSuccess ? <Note>{shell.saved}</Note> : null}
      </Form>
    </Panel>
  )
}
