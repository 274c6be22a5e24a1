import { NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { Panel } from '../components/panel.tsx'
import { ConfirmForm } from '../forms/confirm-form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'

const WAYS = ['email', 'customerNumber'] as const

interface EraseFormProps {
  readonly title?: string
  /** The confirmed address of the request that is carried out. */
  readonly knownEmail?: string
}

/** Erases one person after a confirmation, then clears the typed address. */
export function EraseForm({ title, knownEmail = '' }: EraseFormProps) {
  const text = useLanguage().words.privacy.erase
  const [identifierKind, setIdentifierKind] = useState<(typeof WAYS)[number]>('email')
  const [email, setWho] = useState(knownEmail)
  const erase = useMutation(
    trpc.privacy.erase.mutationOptions({
      onSuccess: () => setWho(''),
      onSettled: () => void queryClient.invalidateQueries(),
    }),
  )
  const { data } = erase
  const resultTexts = data && [
    data.found ? text.done : text.unknown,
    ...(data.overwritten ? [] : [text.pending]),
    ...(data.found ? [text.backups] : []),
  ]
  return (
    <Panel title={title ?? text.title}>
      <ConfirmForm
        isDangerous
        text={text}
        summary={<span translate="no">{email}</span>}
        command={erase}
        onConfirm={(options) =>
          erase.mutate(identifierKind === 'email' ? { email } : { customerNumber: email }, options)
        }
        doneText={resultTexts ? resultTexts.join(' ') : null}
      >
        <NativeSelect
          label={text.by}
          value={identifierKind}
          data={WAYS.map((value) => ({ value, label: text[value] }))}
          onChange={({ currentTarget: { value } }) => setIdentifierKind(value === 'email' ? 'email' : 'customerNumber')}
        />
        <TextField
          type={identifierKind === 'email' ? 'email' : 'text'}
          required
          autoComplete="off"
          label={text[identifierKind]}
          value={email}
          maxLength={identifierKind === 'email' ? 254 : 100}
          onChange={({ currentTarget: { value } }) => {
            setWho(value)
            erase.reset()
          }}
        />
      </ConfirmForm>
    </Panel>
  )
}
