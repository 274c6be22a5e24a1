import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { answerFault, UNCONFIRMED_DAYS } from '@wayproof/evidence/rights-case'
import { messageFault } from '@wayproof/evidence/written-message'
import { addDays } from '@wayproof/kernel'
import { day } from '@wayproof/messages'
import { useState } from 'react'
import { queryClient, type ShownCase, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Form } from '../surface/form.tsx'
import { FaultNote, Note } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'
import { TextAreaField } from '../surface/text-area-field.tsx'

const PURPOSES = ['answer', 'question'] as const

/** The officer's answer or question. Where nobody has confirmed the address there is no form, and it says why. */
export function AnswerForm({ asked }: { readonly asked: ShownCase['case'] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.requests.answer
  const { codes } = words.reporting.faults
  const [purpose, setPurpose] = useState<(typeof PURPOSES)[number]>('answer')
  const [written, setWritten] = useState('')
  const answer = useMutation(
    trpc.rights.answer.mutationOptions({
      onSuccess: () => {
        setWritten('')
        void queryClient.invalidateQueries()
      },
    }),
  )
  const fault = messageFault(written)
  function submit() {
    answer.mutate({ id: asked.id, text: written, purpose })
  }
  if (answerFault(asked) !== null)
    return (
      <Panel title={text.title}>
        <p className={surface.soft}>{text.unchecked(day(addDays(asked.receivedOn, UNCONFIRMED_DAYS), locale))}</p>
      </Panel>
    )
  return (
    <Panel title={text.title}>
      <Form className={surface.form} onSubmit={submit}>
        <p className={surface.soft}>{asked.anonymous ? text.kept : text.mailed}</p>
        <NativeSelect
          label={text.purpose}
          value={purpose}
          data={PURPOSES.map((value) => ({ value, label: text.purposes[value] }))}
          onChange={({ currentTarget: { selectedIndex } }) => setPurpose(PURPOSES[selectedIndex] ?? 'answer')}
        />
        <TextAreaField
          label={text.text}
          description={text.hint}
          value={written}
          rows={8}
          fault={fault === null ? null : fault === 'required' ? text.empty : codes['text-invalid']}
          onChange={({ currentTarget: { value } }) => setWritten(value)}
        />
        <div>
          <Button type="submit" loading={answer.isPending}>
            {purpose === 'answer' ? text.action : text.askAction}
          </Button>
        </div>
        {answer.error ? <FaultNote error={answer.error} /> : null}
        {answer.isSuccess ? <Note>{answer.variables?.purpose === 'question' ? text.asked : text.done}</Note> : null}
      </Form>
    </Panel>
  )
}
