import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { LONGEST_TAG } from '@wayproof/kernel/people/survey-language'
import { type ChangeEvent, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { downloadJson } from '../questionnaire/download.ts'

/** Longest name of a language; the server says it too. */
const LONGEST_NAME = 40

/** Offers the file of a new language to translate. */
export function TemplateForm() {
  const { template: text, act, fileFaults } = useLanguage().words.reporting.languages
  const [tag, setTag] = useState('')
  const [name, setName] = useState('')
  const download = useMutation({
    mutationFn: () => queryClient.fetchQuery({ ...trpc.language.template.queryOptions({ tag, name }), staleTime: 0 }),
    onSuccess: (answer) => {
      if (answer.outcome === 'template') downloadJson(`language-${answer.tag}.json`, answer.json)
    },
  })
  const taking =
    (set: (value: string) => void) =>
    ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement>) => {
      download.reset()
      set(value)
    }
  const fault = download.data?.outcome === 'unreadable' ? download.data.fault.code : null
  return (
    <Panel title={text.title}>
      <Form className={ui.form} onSubmit={() => download.mutate()}>
        <p>{text.lead}</p>
        <TextField
          label={text.tag}
          description={text.tagHint}
          value={tag}
          required
          maxLength={LONGEST_TAG}
          autoCapitalize="off"
          spellCheck={false}
          onChange={taking(setTag)}
        />
        <TextField
          label={text.name}
          description={text.nameHint}
          value={name}
          required
          maxLength={LONGEST_NAME}
          onChange={taking(setName)}
        />
        {fault ? <Note tone="caution">{fileFaults[fault]}</Note> : null}
        {download.error ? <ErrorNote error={download.error} /> : null}
        <div>
          <Button type="submit" variant="default" loading={download.isPending}>
            {act.template}
          </Button>
        </div>
      </Form>
    </Panel>
  )
}
