import type { Attachment } from '@wayproof/evidence/attachments/ports'
import type { RegisterId } from '@wayproof/evidence/register'
import { useState } from 'react'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { useFileDrop } from '../import/use-file-drop.ts'
import { useLanguage } from '../language.tsx'
import styles from '../rows/rows.module.css'
import { AttachForm } from './attach-form.tsx'
import { AttachmentItem } from './attachment-item.tsx'

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
