import { useMutation } from '@tanstack/react-query'
import type { Attachment } from '@wayproof/evidence/attachments/ports'
import { moment } from '@wayproof/messages/date-format'
import { count } from '@wayproof/messages/number-format'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useReader } from '../cells/use-reader.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { ReasonDialog } from '../row-form/reason-dialog.tsx'
import styles from '../rows/rows.module.css'

interface AttachmentItemProps {
  readonly attachment: Attachment
  readonly mayWrite: boolean
}

/** Shows one file with its owner and digest, or why it was withdrawn. */
export function AttachmentItem({ attachment, mayWrite }: AttachmentItemProps) {
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
