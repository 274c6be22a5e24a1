import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { Panel } from '../components/panel.tsx'
import { ConfirmForm } from '../forms/confirm-form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'

interface SuppressFormProps {
  readonly title?: string
  /** The confirmed address of the request that is carried out. */
  readonly knownEmail?: string
}

/** Stops all survey letters to an address after a confirmation, then clears the typed address. */
export function SuppressForm({ title, knownEmail = '' }: SuppressFormProps) {
  const text = useLanguage().words.privacy.suppress
  const [email, setEmail] = useState(knownEmail)
  const suppress = useMutation(trpc.privacy.suppress.mutationOptions({ onSuccess: () => setEmail('') }))
  const { data } = suppress
  return (
    <Panel title={title ?? text.title}>
      <ConfirmForm
        isDangerous
        text={text}
        summary={<span translate="no">{email}</span>}
        command={suppress}
        onConfirm={(options) => suppress.mutate({ email }, options)}
        doneText={data ? [data.registered ? text.done : text.unknown, text.backups].join(' ') : null}
      >
        <TextField
          type="email"
          required
          autoComplete="off"
          label={text.email}
          value={email}
          maxLength={254}
          onChange={({ currentTarget: { value } }) => {
            setEmail(value)
            // The previous result was about another address.
            suppress.reset()
          }}
        />
      </ConfirmForm>
    </Panel>
  )
}
