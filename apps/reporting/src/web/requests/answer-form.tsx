import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { answerFault, UNCONFIRMED_DAYS } from '@wayproof/evidence/rights-case'
import { messageFault } from '@wayproof/evidence/written-message'
import { addDays } from '@wayproof/kernel'
import { day } from '@wayproof/messages'
import { type FormEvent, useState } from 'react'
import { queryClient, type ShownCase, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { FaultNote, Note } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'

const PURPOSES = ['answer', 'question'] as const

/** The officer's answer or question. Where nobody has confirmed the address there is no form, and it says why. */
export function AnswerForm({ asked }: { readonly asked: ShownCase['case'] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.requests.answer
  const { codes } = words.reporting.faults
  const [purpose, setPurpose] = useState<(typeof PURPOSES)[number]>('answer')
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
    if (fault === null) answer.mutate({ id: asked.id, text: written, purpose })
  }
  if (answerFault(asked) !== null)
    return (
      <Panel title={text.title}>
        <p className={surface.soft}>{text.unchecked(day(addDays(asked.receivedOn, UNCONFIRMED_DAYS), locale))}</p>
      </Panel>
    )
  return (
    <Panel title={text.title}>
      <form className={surface.form} onSubmit={submit} noValidate>
        <p className={surface.soft}>{asked.anonymous ? text.kept : text.mailed}</p>
        <NativeSelect
          label={text.purpose}
          value={purpose}
          data={PURPOSES.map((value) => ({ value, label: text.purposes[value] }))}
          onChange={({ currentTarget: { selectedIndex } }) => setPurpose(PURPOSES[selectedIndex] ?? 'answer')}
        />
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
            {purpose === 'answer' ? text.action : text.askAction}
          </Button>
        </div>
        {answer.error ? <FaultNote error={answer.error} /> : null}
        {answer.isSuccess ? <Note>{answer.variables?.purpose === 'question' ? text.asked : text.done}</Note> : null}
      </form>
    </Panel>
  )
}
