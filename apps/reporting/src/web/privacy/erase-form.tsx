import { NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { Panel } from '../components/panel.tsx'
import { AskingForm } from '../forms/asking-form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'

const WAYS = ['email', 'customerNumber'] as const

/** Erases one person after a confirmation, then clears the typed address. */
export function EraseForm() {
  const text = useLanguage().words.privacy.erase
  const [by, setBy] = useState<(typeof WAYS)[number]>('email')
  const [email, setWho] = useState('')
  const erase = useMutation(
    trpc.privacy.erase.mutationOptions({
      onSuccess: () => setWho(''),
      onSettled: () => void queryClient.invalidateQueries(),
    }),
  )
  const { data } = erase
  const done = data && [
    data.found ? text.done : text.unknown,
    ...(data.overwritten ? [] : [text.pending]),
    ...(data.found ? [text.backups] : []),
  ]
  return (
    <Panel title={text.title}>
      <AskingForm
        text={text}
        chosen={<span translate="no">{email}</span>}
        command={erase}
        act={(options) => erase.mutate(by === 'email' ? { email } : { customerNumber: email }, options)}
        done={done ? done.join(' ') : null}
      >
        <NativeSelect
          label={text.by}
          value={by}
          data={WAYS.map((value) => ({ value, label: text[value] }))}
          onChange={({ currentTarget: { value } }) => setBy(value === 'email' ? 'email' : 'customerNumber')}
        />
        <TextField
          type={by === 'email' ? 'email' : 'text'}
          required
          autoComplete="off"
          label={text[by]}
          value={email}
          maxLength={by === 'email' ? 254 : 100}
          onChange={({ currentTarget: { value } }) => {
            setWho(value)
            erase.reset()
          }}
        />
      </AskingForm>
    </Panel>
  )
}
