import type { Attachment } from '@wayproof/evidence'
import type { RegisterId } from '@wayproof/evidence/register'
import { useState } from 'react'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
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
  return (
    <Panel
      title={text.title}
      actions={
        mayWrite && rowExists ? (
          <LinkButton aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? words.reporting.shell.cancel : text.attach}
          </LinkButton>
        ) : null
      }
    >
      {open ? <AttachForm register={register} rowKey={rowKey} onDone={() => setOpen(false)} /> : null}
      {evidence.length === 0 && !open ? <p className={ui.soft}>{text.none}</p> : null}
      <ul className={styles.history}>
        {evidence.map((attachment) => (
          <AttachmentItem key={attachment.id} attachment={attachment} mayWrite={mayWrite} />
        ))}
      </ul>
    </Panel>
  )
}
