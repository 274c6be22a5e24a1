import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { Verified } from './verified.tsx'

/** Recomputes the chain; a seal code from paper proves that the whole chain was not replaced. */
export function VerifyPanel() {
  const text = useLanguage().words.reporting.closing.verify
  const [code, setCode] = useState('')
  const verify = useMutation({
    mutationFn: (typedCode: string) =>
      queryClient.fetchQuery({ ...trpc.period.verify.queryOptions({ code: typedCode || null }), staleTime: 0 }),
  })
  function submit() {
    verify.mutate(code.trim())
  }
  return (
    <Panel title={text.title}>
      <Form isPassing className={ui.form} onSubmit={submit}>
        <p className={ui.soft}>{text.lead}</p>
        <TextField
          label={text.code}
          description={text.hint}
          value={code}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget: { value } }) => setCode(value)}
        />
        <div>
          <Button type="submit" variant="default" loading={verify.isPending}>
            {text.action}
          </Button>
        </div>
        {verify.error ? <ErrorNote error={verify.error} /> : null}
        {verify.data ? <Verified verification={verify.data} /> : null}
      </Form>
    </Panel>
  )
}
