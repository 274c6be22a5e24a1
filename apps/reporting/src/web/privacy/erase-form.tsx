import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { ConfirmDialog } from '../surface/confirm-dialog.tsx'
import { FaultNote, Note } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'

const WAYS = ['email', 'customerNumber'] as const

/** Erases one person, after saying what cannot be undone. What was typed is gone once it is done. */
export function EraseForm() {
  const text = useLanguage().words.privacy.erase
  const [by, setBy] = useState<(typeof WAYS)[number]>('email')
  const [who, setWho] = useState('')
  const [asking, setAsking] = useState(false)
  const erase = useMutation(
    trpc.privacy.erase.mutationOptions({
      onSuccess: () => setWho(''),
      onSettled: () => {
        setAsking(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  function submit(event: FormEvent) {
    event.preventDefault()
    erase.reset()
    setAsking(true)
  }
  return (
    <Panel title={text.title}>
      <form className={surface.form} onSubmit={submit}>
        <p className={surface.soft}>{text.lead}</p>
        <NativeSelect
          label={text.by}
          value={by}
          data={WAYS.map((value) => ({ value, label: text[value] }))}
          onChange={({ currentTarget: { value } }) => setBy(value === 'email' ? 'email' : 'customerNumber')}
        />
        <TextInput
          type={by === 'email' ? 'email' : 'text'}
          required
          withAsterisk={false}
          autoComplete="off"
          label={text[by]}
          value={who}
          maxLength={by === 'email' ? 254 : 100}
          onChange={({ currentTarget: { value } }) => setWho(value)}
        />
        <div>
          <Button type="submit">{text.action}</Button>
        </div>
        {erase.error ? <FaultNote error={erase.error} /> : null}
        {erase.isSuccess ? (
          <Note>
            {[
              text.done(erase.data.places),
              ...(erase.data.overwritten ? [] : [text.pending]),
              ...(erase.data.places > 0 ? [text.backups] : []),
            ].join(' ')}
          </Note>
        ) : null}
      </form>
      {asking ? (
        <ConfirmDialog
          title={text.confirmTitle}
          action={text.action}
          busy={erase.isPending}
          onConfirm={() => erase.mutate(by === 'email' ? { email: who } : { customerNumber: who })}
          onClose={() => setAsking(false)}
        >
          <p>{who}</p>
          <p className={surface.soft}>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
