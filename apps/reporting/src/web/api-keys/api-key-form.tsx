import { Button, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApiScope, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { ApiScopesField } from './api-scopes-field.tsx'

/** Creates a key and shows it until the reader leaves the page. */
export function ApiKeyForm() {
  const text = useLanguage().words.reporting.keys
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly ApiScope[]>([])
  const clipboard = useClipboard()
  const make = useMutation(
    trpc.apiKey.make.mutationOptions({
      onSuccess: () => {
        setName('')
        setScopes([])
        clipboard.reset()
        void queryClient.invalidateQueries()
      },
    }),
  )
  function submit() {
    make.mutate({ name: name.trim(), scopes: [...scopes] })
  }
  return (
    <Form className={ui.form} onSubmit={submit}>
      <TextField
        required
        label={text.name}
        description={text.nameHint}
        value={name}
        maxLength={60}
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
      <ApiScopesField scopes={scopes} onChange={setScopes} />
      <div>
        <Button type="submit" loading={make.isPending}>
          {text.make}
        </Button>
      </div>
      {make.error ? <ErrorNote error={make.error} /> : null}
      {make.data ? (
        <>
          <Note>{text.once(make.variables.name)}</Note>
          <TextInput
            readOnly
            translate="no"
            label={text.key}
            value={make.data.token}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <div>
            <LinkButton onClick={() => clipboard.copy(make.data.token)}>
              <span aria-live="polite">{clipboard.copied ? text.copied : text.copy}</span>
            </LinkButton>
          </div>
        </>
      ) : null}
    </Form>
  )
}
