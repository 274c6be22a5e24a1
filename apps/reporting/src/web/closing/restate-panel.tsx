import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { UnsavedGuard } from '../forms/unsaved-guard.tsx'
import { useLanguage } from '../language.tsx'

/** Reopens a closed half-year; a reason is required. */
export function RestatePanel({ period }: { readonly period: string }) {
  const text = useLanguage().words.reporting.closing.restate
  const [reason, setReason] = useState('')
  const [isConfirming, setIsConfirming] = useState(false)
  const reopen = useMutation(
    trpc.period.reopen.mutationOptions({
      onSettled: () => {
        setIsConfirming(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  function submit() {
    setIsConfirming(true)
  }
  return (
    <Panel title={text.title}>
      <Form isPassing className={ui.form} onSubmit={submit}>
        <p className={ui.soft}>{text.lead}</p>
        <TextField
          label={text.reason}
          value={reason}
          maxLength={300}
          fault={reason.trim() === '' ? text.give : null}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <UnsavedGuard isDirty={() => !reopen.isSuccess && reason.trim() !== ''} />
        {reopen.error ? <ErrorNote error={reopen.error} /> : null}
        <div>
          <Button type="submit" variant="default">
            {text.action}
          </Button>
        </div>
      </Form>
      {isConfirming ? (
        <ConfirmDialog
          title={text.confirmTitle}
          action={text.action}
          busy={reopen.isPending}
          onConfirm={() => reopen.mutate({ period, reason: reason.trim() })}
          onClose={() => setIsConfirming(false)}
        >
          <p className={ui.soft}>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
