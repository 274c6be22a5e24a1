import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { HANDLER_PURPOSES, type HandlerPurpose } from '@wayproof/evidence/whistle-report'
import { messageFault } from '@wayproof/evidence/written-message'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { FaultNote, Note } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'

/** The case handler's question or feedback. */
export function WriteBackForm({ id }: { readonly id: string }) {
  const { words } = useLanguage()
  const text = words.reporting.reports.write
  const [purpose, setPurpose] = useState<HandlerPurpose>('question')
  const [written, setWritten] = useState('')
  const [tried, setTried] = useState(false)
  const write = useMutation(
    trpc.whistle.write.mutationOptions({
      onSuccess: () => {
        setWritten('')
        setTried(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  const fault = messageFault(written)
  const said = fault === 'required' ? text.empty : words.reporting.faults.codes['text-invalid']
  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (fault === null) write.mutate({ id, text: written, purpose })
  }
  return (
    <Panel title={text.title}>
      <form className={surface.form} onSubmit={submit} noValidate>
        <NativeSelect
          label={text.purpose}
          value={purpose}
          data={HANDLER_PURPOSES.map((value) => ({ value, label: text.purposes[value] }))}
          onChange={({ currentTarget: { selectedIndex } }) => setPurpose(HANDLER_PURPOSES[selectedIndex] ?? 'question')}
        />
        <Textarea
          label={text.text}
          description={text.hint}
          value={written}
          rows={8}
          error={tried && fault !== null ? said : null}
          onChange={({ currentTarget: { value } }) => setWritten(value)}
        />
        <div>
          <Button type="submit" loading={write.isPending}>
            {text.action}
          </Button>
        </div>
        {write.error ? <FaultNote error={write.error} /> : null}
        {write.isSuccess && !tried ? <Note>{text.done}</Note> : null}
      </form>
    </Panel>
  )
}
