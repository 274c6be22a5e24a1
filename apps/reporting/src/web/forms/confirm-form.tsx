import { Button, type ButtonProps } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { Form } from './form.tsx'

interface ConfirmFormProps {
  readonly text: Readonly<Record<'lead' | 'action' | 'confirmTitle' | 'confirm', string>>
  /** The typed or chosen value, which the dialog repeats. */
  readonly summary: ReactNode
  readonly command: { readonly isPending: boolean; readonly error: unknown; readonly reset: () => void }
  readonly onConfirm: (options: { readonly onSettled: () => void }) => void
  /** The sentence after success. */
  readonly doneText?: string | null
  readonly button?: Pick<ButtonProps, 'variant' | 'disabled'>
  /** Whether the act cannot be undone: its button is red, and never opens a page in the primary color. */
  readonly isDangerous?: boolean
  readonly children: ReactNode
}

/** A form that asks for confirmation before an action that cannot be undone. */
export function ConfirmForm({
  text,
  summary,
  command,
  onConfirm,
  doneText = null,
  button,
  isDangerous = false,
  children,
}: ConfirmFormProps) {
  const [isConfirming, setIsConfirming] = useState(false)
  function submit() {
    command.reset()
    setIsConfirming(true)
  }
  return (
    <>
      <Form className={ui.form} onSubmit={submit} onRefused={command.reset}>
        <p className={ui.soft}>{text.lead}</p>
        {children}
        <div>
          <Button type="submit" {...button} {...(isDangerous ? { variant: 'default', className: ui.dangerWords } : {})}>
            {text.action}
          </Button>
        </div>
        {command.error ? <ErrorNote error={command.error} /> : null}
        {doneText === null ? null : <Note>{doneText}</Note>}
      </Form>
      {isConfirming ? (
        <ConfirmDialog
          title={text.confirmTitle}
          action={text.action}
          busy={command.isPending}
          isDangerous={isDangerous}
          onConfirm={() => onConfirm({ onSettled: () => setIsConfirming(false) })}
          onClose={() => setIsConfirming(false)}
        >
          <p>{summary}</p>
          <p className={ui.soft}>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
