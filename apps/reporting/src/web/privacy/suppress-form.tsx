import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { ConfirmDialog } from '../surface/confirm-dialog.tsx'
import { FaultNote, Note } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'

/** Takes an address off all survey letters, after saying what that means. What was typed is gone once it is done. */
export function SuppressForm() {
  const text = useLanguage().words.privacy.suppress
  const [email, setEmail] = useState('')
  const [asking, setAsking] = useState(false)
  const suppress = useMutation(
    trpc.privacy.suppress.mutationOptions({ onSuccess: () => setEmail(''), onSettled: () => setAsking(false) }),
  )
  function submit(event: FormEvent) {
    event.preventDefault()
    suppress.reset()
    setAsking(true)
  }
  return (
    <Panel title={text.title}>
      <form className={surface.form} onSubmit={submit}>
        <p className={surface.soft}>{text.lead}</p>
        <TextInput
          type="email"
          required
          withAsterisk={false}
          autoComplete="off"
          label={text.email}
          value={email}
          maxLength={254}
          onChange={({ currentTarget: { value } }) => {
            setEmail(value)
            // What was said of the address before is not said of this one.
            suppress.reset()
          }}
        />
        <div>
          <Button type="submit">{text.action}</Button>
        </div>
        {suppress.error ? <FaultNote error={suppress.error} /> : null}
        {suppress.isSuccess ? (
          <Note>{[suppress.data.registered ? text.done : text.unknown, text.backups].join(' ')}</Note>
        ) : null}
      </form>
      {asking ? (
        <ConfirmDialog
          title={text.confirmTitle}
          action={text.action}
          busy={suppress.isPending}
          onConfirm={() => suppress.mutate({ email })}
          onClose={() => setAsking(false)}
        >
          <p translate="no">{email}</p>
          <p className={surface.soft}>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
