import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { messageFault } from '@wayproof/evidence/conversation/written-message'
import { HANDLER_PURPOSES, type HandlerPurpose } from '@wayproof/evidence/whistle-blowing/whistle-report'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { useLanguage } from '../language.tsx'

/** Sends the case handler's question or feedback. */
export function WriteBackForm({ id }: { readonly id: string }) {
  const { words } = useLanguage()
  const text = words.reporting.reports.write
  const [purpose, setPurpose] = useState<HandlerPurpose>('question')
  const [draft, setDraft] = useState('')
  const write = useMutation(
    trpc.whistle.write.mutationOptions({
      onSuccess: () => {
        setDraft('')
        void queryClient.invalidateQueries()
      },
    }),
  )
  const fault = messageFault(draft)
  const sentence = fault === 'required' ? text.empty : words.reporting.faults.codes['text-invalid']
  function submit() {
    write.mutate({ id, text: draft, purpose })
  }
  return (
    <Panel title={text.title}>
      <Form className={ui.form} onSubmit={submit} onRefused={write.reset}>
        <NativeSelect
          label={text.purpose}
          value={purpose}
          data={HANDLER_PURPOSES.map((value) => ({ value, label: text.purposes[value] }))}
          onChange={({ currentTarget: { selectedIndex } }) => setPurpose(HANDLER_PURPOSES[selectedIndex] ?? 'question')}
        />
        <TextAreaField
          label={text.text}
          description={text.hint}
          value={draft}
          rows={8}
          fault={fault === null ? null : sentence}
          onChange={({ currentTarget: { value } }) => setDraft(value)}
        />
        <div>
          <Button type="submit" loading={write.isPending}>
            {text.action}
          </Button>
        </div>
        {write.error ? <ErrorNote error={write.error} /> : null}
        {write.isSuccess ? <Note>{text.done}</Note> : null}
      </Form>
    </Panel>
  )
}
