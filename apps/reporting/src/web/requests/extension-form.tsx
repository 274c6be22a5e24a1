import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { messageFault } from '@wayproof/evidence/conversation/written-message'
import { day } from '@wayproof/messages/date-format'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { Form } from '../forms/form.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { useLanguage } from '../language.tsx'

interface ExtensionFormProps {
  readonly id: string
  readonly dueOn: string
}

/** Extends the due day, which is possible once; the person is notified. */
export function ExtensionForm({ id, dueOn }: ExtensionFormProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.requests.extension
  const [reason, setReason] = useState('')
  const [isConfirming, setIsConfirming] = useState(false)
  const extend = useMutation(
    trpc.rights.extend.mutationOptions({
      onSettled: () => {
        setIsConfirming(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  const fault = messageFault(reason)
  function submit() {
    extend.reset()
    setIsConfirming(true)
  }
  return (
    <Panel title={text.title}>
      <Form className={ui.form} onSubmit={submit} onRefused={extend.reset}>
        <p className={ui.soft}>{text.lead(day(dueOn, locale))}</p>
        <TextAreaField
          label={text.reason}
          description={text.hint}
          value={reason}
          rows={4}
          fault={
            fault === null ? null : fault === 'required' ? text.empty : words.reporting.faults.codes['text-invalid']
          }
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <div>
          <Button type="submit" variant="default">
            {text.action}
          </Button>
        </div>
        {extend.error ? <ErrorNote error={extend.error} /> : null}
      </Form>
      {isConfirming ? (
        <ConfirmDialog
          title={text.confirmTitle}
          action={text.action}
          busy={extend.isPending}
          onConfirm={() => extend.mutate({ id, reason })}
          onClose={() => setIsConfirming(false)}
        >
          <p>{text.confirm(day(dueOn, locale))}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
