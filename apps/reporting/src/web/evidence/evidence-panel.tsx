import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { MOST_EVIDENCE_BYTES } from '@wayproof/evidence/attachments/evidence-size'
import type { Attachment } from '@wayproof/evidence/attachments/ports'
import type { RegisterId } from '@wayproof/evidence/register'
import { moment } from '@wayproof/messages/date-format'
import { count } from '@wayproof/messages/number-format'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useReader } from '../cells/use-reader.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { FileField } from '../import/file-field.tsx'
import { useFileDrop } from '../import/use-file-drop.ts'
import { useLanguage } from '../language.tsx'
import { ReasonDialog } from '../row-form/reason-dialog.tsx'
import styles from '../rows/rows.module.css'

interface EvidencePanelProps {
  readonly register: RegisterId
  readonly rowKey: string
  readonly evidence: readonly Attachment[]
  readonly mayWrite: boolean
  /** Whether the row still exists; a removed row accepts no more files. */
  readonly rowExists: boolean
}

export function EvidencePanel({ register, rowKey, evidence, mayWrite, rowExists }: EvidencePanelProps) {
  const { words } = useLanguage()
  const text = words.reporting.evidence
  const [open, setOpen] = useState(false)
  const [dropped, setDropped] = useState<File | null>(null)
  const mayAttach = mayWrite && rowExists
  const isDragging = useFileDrop(
    mayAttach
      ? (file) => {
          setDropped(file)
          setOpen(true)
        }
      : null,
  )
  function close() {
    setOpen(false)
    setDropped(null)
  }
  return (
    <Panel
      title={text.title}
      actions={
        mayAttach ? (
          <LinkButton aria-expanded={open} onClick={() => (open ? close() : setOpen(true))}>
            {open ? words.reporting.shell.cancel : text.attach}
          </LinkButton>
        ) : null
      }
    >
      {open ? (
        <AttachForm key={dropped?.name} register={register} rowKey={rowKey} initialFile={dropped} onDone={close} />
      ) : null}
      {mayAttach && !open ? (
        <p className={styles.dropHere} data-dragging={isDragging || undefined}>
          {text.drop}
        </p>
      ) : null}
      {evidence.length === 0 && !open ? <p className={ui.soft}>{text.none}</p> : null}
      <ul className={styles.history}>
        {evidence.map((attachment) => (
          <AttachmentItem key={attachment.id} attachment={attachment} mayWrite={mayWrite} />
        ))}
      </ul>
    </Panel>
  )
}

interface AttachmentItemProps {
  readonly attachment: Attachment
  readonly mayWrite: boolean
}

/** Shows one file with its owner and digest, or why it was withdrawn. */
function AttachmentItem({ attachment, mayWrite }: AttachmentItemProps) {
  const { locale, words, timeZone } = useReader()
  const text = words.reporting.evidence
  const { id, fileName, size, source, attachedAt, attachedBy, digest, withdrawn } = attachment
  const [isConfirming, setIsConfirming] = useState(false)
  const withdraw = useMutation(
    trpc.registerRow.withdrawEvidence.mutationOptions({
      onSettled: () => setIsConfirming(false),
      onSuccess: () => void queryClient.invalidateQueries(),
    }),
  )
  const momentText = (at: number) => moment(at, timeZone, locale)
  return (
    <li>
      <p>
        {withdrawn ? (
          <s translate="no">{fileName}</s>
        ) : (
          <a href={`/evidence/${id}`} download={fileName} translate="no">
            {fileName}
          </a>
        )}{' '}
        <span className={ui.soft}>{`${count(Math.ceil(size / 1024), locale)} KB`}</span>
      </p>
      <p translate="no">{text.from(source)}</p>
      <p className={ui.soft}>{text.attachedBy(attachedBy, momentText(attachedAt))}</p>
      <p className={styles.digest} translate="no">
        {text.digest(digest)}
      </p>
      {withdrawn ? <p>{text.withdrawn(withdrawn.by, momentText(withdrawn.at), withdrawn.reason)}</p> : null}
      {mayWrite && !withdrawn ? (
        <div>
          <LinkButton onClick={() => setIsConfirming(true)}>{text.withdraw}</LinkButton>
        </div>
      ) : null}
      {withdraw.error ? <ErrorNote error={withdraw.error} /> : null}
      {isConfirming ? (
        <ReasonDialog
          title={text.withdrawTitle}
          action={text.withdraw}
          busy={withdraw.isPending}
          onClose={() => setIsConfirming(false)}
          onConfirm={(reason) => withdraw.mutate({ id, reason })}
        >
          <p>{text.withdrawText}</p>
        </ReasonDialog>
      ) : null}
    </li>
  )
}

interface AttachFormProps {
  readonly register: RegisterId
  readonly rowKey: string
  /** The file that was dropped on the page. */
  readonly initialFile: File | null
  readonly onDone: () => void
}

/** Attaches a file and its source to a row. A file that is too large is refused as soon as it is chosen or dropped. */
function AttachForm({ register, rowKey, initialFile, onDone }: AttachFormProps) {
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

interface UploadEvidence {
  readonly register: RegisterId
  readonly key: string
  readonly file: File
  readonly source: string
}

/** Uploads a file. Returns null on success, otherwise the fault's code, or '' if the response has none. */
async function uploadEvidence({ register, key, file, source }: UploadEvidence): Promise<string | null> {
  const query = new URLSearchParams({ key, source, fileName: file.name.slice(0, 200) })
  const response = await fetch(`/evidence/${register}?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  })
  const body = (await response.json().catch(() => null)) as { ok?: boolean; fault?: { code?: unknown } } | null
  return body?.ok === true ? null : String(body?.fault?.code ?? '')
}
