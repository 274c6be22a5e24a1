import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, type ShownCase, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { FactFields, type TypedFacts } from './fact-fields.tsx'

/** Corrects kind, law, channel or day of a case; a reason is required. */
export function CorrectForm({ request }: { readonly request: ShownCase['case'] }) {
  const text = useLanguage().words.reporting.byHand.correct
  const { kind, regime, channel, receivedOn } = request
  const [facts, setFacts] = useState<TypedFacts>({ kind, regime, channel, receivedOn })
  const [reason, setReason] = useState('')
  const correct = useMutation(
    trpc.rights.correct.mutationOptions({
      onSuccess: () => {
        setReason('')
        void queryClient.invalidateQueries()
      },
    }),
  )
  function submit() {
    correct.mutate({ id: request.id, facts, reason })
  }
  const [isOpen, setIsOpen] = useState(false)
  if (!isOpen) {
    return (
      <Panel title={text.title}>
        <LinkButton onClick={() => setIsOpen(true)}>{text.open}</LinkButton>
      </Panel>
    )
  }
  return (
    <Panel title={text.title}>
      <Form className={ui.form} onSubmit={submit} onRefused={correct.reset}>
        <p className={ui.soft}>{text.lead}</p>
        <FactFields facts={facts} onChange={setFacts} />
        <TextField
          label={text.reason}
          value={reason}
          maxLength={500}
          fault={reason.trim() === '' ? text.reasonEmpty : null}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <div>
          <Button type="submit" variant="default" loading={correct.isPending}>
            {text.action}
          </Button>
        </div>
        {correct.error ? <ErrorNote error={correct.error} /> : null}
        {correct.isSuccess ? <Note>{text.done}</Note> : null}
      </Form>
    </Panel>
  )
}
