import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { ConfirmDialog } from '../surface/confirm-dialog.tsx'
import { FaultNote, Note } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'
import styles from './scorecard.module.css'
import { SummaryPreview } from './summary-preview.tsx'

/** The officer's: what the executives will read, and the button that mails it. */
export function SummaryPanel({ period }: { readonly period: string }) {
  const { words } = useLanguage()
  const text = words.reporting.scorecard.summary
  const [shown, setShown] = useState(false)
  const [asking, setAsking] = useState(false)
  const preview = useQuery({ ...trpc.summary.preview.queryOptions({ period }), enabled: shown })
  const send = useMutation(trpc.summary.send.mutationOptions({ onSettled: () => setAsking(false) }))
  return (
    <div className={styles.summary}>
      <Panel title={text.title}>
        <div className={styles.summaryRow}>
          <p className={surface.soft}>{text.about}</p>
          <div className={surface.buttons}>
            <Button variant="default" aria-expanded={shown} onClick={() => setShown(!shown)}>
              {shown ? text.close : text.preview}
            </Button>
            <Button onClick={() => setAsking(true)}>{text.send}</Button>
          </div>
        </div>
        {shown && preview.data ? <SummaryPreview summary={preview.data} /> : null}
        {shown && preview.error ? <FaultNote error={preview.error} /> : null}
        {send.error ? <FaultNote error={send.error} /> : null}
        {send.data ? <Note>{text.sent(send.data.letters)}</Note> : null}
        {asking ? (
          <ConfirmDialog
            title={text.confirmTitle}
            action={text.send}
            busy={send.isPending}
            onConfirm={() => send.mutate({ period })}
            onClose={() => setAsking(false)}
          >
            <p className={surface.soft}>{text.confirm}</p>
          </ConfirmDialog>
        ) : null}
      </Panel>
    </div>
  )
}
