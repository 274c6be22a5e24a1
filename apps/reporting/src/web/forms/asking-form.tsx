import { Button, type ButtonProps } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import ui from '../components/components.module.css'
import { FaultNote, Note } from '../components/note.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { Form } from './form.tsx'

interface AskingFormProps {
  readonly text: Readonly<Record<'lead' | 'action' | 'confirmTitle' | 'confirm', string>>
  /** The typed or chosen value, which the dialog repeats. */
  readonly chosen: ReactNode
  readonly command: { readonly isPending: boolean; readonly error: unknown; readonly reset: () => void }
  readonly act: (options: { readonly onSettled: () => void }) => void
  /** The sentence after success. */
  readonly done?: string | null
  readonly button?: Pick<ButtonProps, 'variant' | 'disabled'>
  readonly children: ReactNode
}

/** A form that asks for confirmation before an action that cannot be undone. */
export function AskingForm({ text, chosen, command, act, done = null, button, children }: AskingFormProps) {
  const [asking, setAsking] = useState(false)
  function submit() {
    command.reset()
    setAsking(true)
  }
  return (
    <>
      <Form className={ui.form} onSubmit={submit} onRefused={command.reset}>
        <p className={ui.soft}>{text.lead}</p>
        {children}
        <div>
          <Button type="submit" {...button}>
            {text.action}
          </Button>
        </div>
        {command.error ? <FaultNote error={command.error} /> : null}
        {done === null ? null : <Note>{done}</Note>}
      </Form>
      {asking ? (
        <ConfirmDialog
          title={text.confirmTitle}
          action={text.action}
          busy={command.isPending}
          onConfirm={() => act({ onSettled: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          <p>{chosen}</p>
          <p className={ui.soft}>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
