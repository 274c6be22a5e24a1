import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { answerFault, messageFault } from '@wayproof/evidence/rights-case'
import { type FormEvent, useState } from 'react'
import { queryClient, type ShownCase, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { FaultNote, Note } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'

/** The officer's answer. Where nobody has confirmed the address there is no form, and it says why. */
export function AnswerForm({ asked }: { readonly asked: ShownCase['case'] }) {
  const text = useLanguage().words.reporting.requests.answer
  const codes = useLanguage().words.reporting.faults.codes
  const [written, setWritten] = useState('')
  const [tried, setTried] = useState(false)
  const answer = useMutation(
    trpc.rights.answer.mutationOptions({
      onSuccess: () => {
        setWritten('')
        setTried(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  const fault = messageFault(written)
  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (fault === null) answer.mutate({ id: asked.id, text: written })
  }
  if (answerFault(asked) !== null)
    return (
      <Panel title={text.title}>
        <p className={surface.soft}>{text.unchecked}</p>
      </Panel>
    )
  return (
    <Panel title={text.title}>
      <form className={surface.form} onSubmit={submit} noValidate>
        <p className={surface.soft}>{asked.anonymous ? text.kept : text.mailed}</p>
        <Textarea
          label={text.text}
          description={text.hint}
          value={written}
          rows={8}
          error={tried && fault !== null ? (fault === 'required' ? text.empty : codes['text-invalid']) : null}
          onChange={({ currentTarget: { value } }) => setWritten(value)}
        />
        <div>
          <Button type="submit" loading={answer.isPending}>
            {text.action}
          </Button>
        </div>
        {answer.error ? <FaultNote error={answer.error} /> : null}
        {answer.isSuccess ? <Note>{text.done}</Note> : null}
      </form>
    </Panel>
  )
}
