import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { MOST_EVIDENCE_BYTES } from '@wayproof/evidence/attachments/evidence-size'
import type { RegisterId } from '@wayproof/evidence/register'
import { useState } from 'react'
import { queryClient } from '../api.ts'
import ui from '../components/components.module.css'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { FileField } from '../import/file-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../rows/rows.module.css'
import { uploadEvidence } from './upload-evidence.ts'

interface AttachFormProps {
  readonly register: RegisterId
  readonly rowKey: string
  /** The file that was dropped on the page. */
  readonly initialFile: File | null
  readonly onDone: () => void
}

/** Attaches a file and its source to a row. A file that is too large is refused as soon as it is chosen or dropped. */
export function AttachForm({ register, rowKey, initialFile, onDone }: AttachFormProps) {
  const { words } = useLanguage()
  const text = words.reporting.evidence
  const [file, setFile] = useState(initialFile)
  const [source, setSource] = useState('')
  const upload = useMutation({
    mutationFn: uploadEvidence,
    onSuccess: (fault) => {
      if (fault !== null) return
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  function submit() {
    if (file) upload.mutate({ register, key: rowKey, file, source: source.trim() })
  }
  const fault = upload.error ? '' : upload.data
  return (
    <Form className={styles.form} onSubmit={submit}>
      <FileField
        label={text.file}
        file={file}
        accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt,.csv"
        required
        fault={file && file.size > MOST_EVIDENCE_BYTES ? (text.faults['evidence-too-large'] ?? null) : null}
        onChoose={(chosenFile) => {
          setFile(chosenFile)
          upload.reset()
        }}
      />
      <TextField
        label={text.source}
        description={text.sourceHint}
        value={source}
        maxLength={300}
        fault={source.trim() === '' ? text.sourceMissing : null}
        onChange={({ currentTarget: { value } }) => setSource(value)}
      />
      <div>
        <Button type="submit" loading={upload.isPending}>
          {text.attach}
        </Button>
      </div>
      {typeof fault === 'string' ? (
        <p className={ui.note} data-tone="fault" role="alert">
          {text.faults[fault] ?? text.failed}
        </p>
      ) : null}
    </Form>
  )
}
