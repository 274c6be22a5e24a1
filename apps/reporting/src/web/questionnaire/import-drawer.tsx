import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { LONGEST_DEFINITION } from '@wayproof/forms/questionnaire-draft/read-definition'
import { useState } from 'react'
import { type ShownDraft, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Drawer } from '../components/drawer.tsx'
import { Form } from '../forms/form.tsx'
import { FileField } from '../import/file-field.tsx'
import { useLanguage } from '../language.tsx'
import { faultText, figuresOf } from '../words/fault-text.ts'
import { DraftError } from './draft-error.tsx'

interface ImportDrawerProps {
  readonly stored: ShownDraft
  /** Called with the draft that the server has after the import. */
  readonly onStored: (draft: ShownDraft) => void
  readonly onClose: () => void
}

/** Replaces the draft by a file in the JSON form, or names the places of the file that are wrong. */
export function ImportDrawer({ stored, onStored, onClose }: ImportDrawerProps) {
  const { imported: text } = useLanguage().words.reporting.questionnaire
  const [file, setFile] = useState<File | null>(null)
  const save = useMutation({
    ...trpc.questionnaire.save.mutationOptions(),
    onSuccess: (answer) => {
      if (answer.outcome === 'unreadable') return
      onStored(answer.draft)
      onClose()
    },
  })
  const isTooLong = file !== null && file.size > LONGEST_DEFINITION
  const submit = async () => {
    if (file && !isTooLong) save.mutate({ id: stored.id, seen: stored.revision, definition: await file.text() })
  }
  const fault = save.data?.outcome === 'unreadable' ? save.data.fault : null
  return (
    <Drawer title={text.title} onClose={onClose}>
      <Form className={ui.form} onSubmit={() => void submit()}>
        <p>{text.lead}</p>
        <FileField
          label={text.file}
          file={file}
          accept=".json,application/json"
          fault={isTooLong ? text.faults['definition-too-long'] : null}
          onChoose={(chosen) => {
            save.reset()
            setFile(chosen)
          }}
        />
        {fault ? (
          <div role="alert">
            <p>{faultText(text.faults[fault.code], figuresOf(fault))}</p>
            <ul>
              {fault.code === 'definition-malformed'
                ? fault.places.map((place) => (
                    <li key={place}>
                      <code translate="no">{text.place(place)}</code>
                    </li>
                  ))
                : null}
              {fault.code === 'other-questionnaire' ? (
                <li>
                  <code translate="no">{fault.id}</code>
                </li>
              ) : null}
            </ul>
          </div>
        ) : null}
        <DraftError error={save.error} />
        <div>
          <Button type="submit" disabled={!file || isTooLong} loading={save.isPending}>
            {text.action}
          </Button>
        </div>
      </Form>
    </Drawer>
  )
}
