import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { SentNow } from '@wayproof/letters/editions/decide-edition'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from './scorecard.module.css'
import { SummaryPreview } from './summary-preview.tsx'

/** Previews the executives' letter and mails it. */
export function SummaryPanel({ period }: { readonly period: string }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.scorecard.summary
  const [isPreviewOpen, setIsPreviewOpen] = useState(false)
  const [isConfirming, setIsConfirming] = useState(false)
  const preview = useQuery({ ...trpc.summary.preview.queryOptions({ period }), enabled: isPreviewOpen })
  const editions = useQuery({ ...trpc.edition.list.queryOptions(), enabled: isConfirming })
  const latest = editions.data?.find((edition) => edition.period === period && edition.state === 'sent')
  const sentText = ({ letters, already }: SentNow) =>
    letters === 0 && already ? text.already(dayOf(already.at), already.people) : text.sent(letters)
  const send = useMutation(
    trpc.summary.send.mutationOptions({
      onSettled: () => {
        setIsConfirming(false)
        void queryClient.invalidateQueries({ queryKey: trpc.edition.list.queryKey() })
      },
    }),
  )
  return (
    <div className={styles.summary}>
      <Panel title={text.title}>
        <div className={styles.summaryRow}>
          <p className={ui.soft}>{text.about}</p>
          <div className={ui.buttons}>
            <Button variant="default" aria-expanded={isPreviewOpen} onClick={() => setIsPreviewOpen(!isPreviewOpen)}>
              {isPreviewOpen ? text.close : text.preview}
            </Button>
            <Button onClick={() => setIsConfirming(true)}>{text.send}</Button>
          </div>
        </div>
        {isPreviewOpen && preview.data ? <SummaryPreview summary={preview.data} /> : null}
        {isPreviewOpen && preview.error ? <ErrorNote error={preview.error} /> : null}
        {send.error ? <ErrorNote error={send.error} /> : null}
        {send.data ? <Note>{sentText(send.data)}</Note> : null}
        {isConfirming ? (
          <ConfirmDialog
            title={text.confirmTitle}
            action={text.send}
            busy={send.isPending}
            onConfirm={() => send.mutate({ period })}
            onClose={() => setIsConfirming(false)}
          >
            {latest ? <p>{text.already(dayOf(latest.endedAt ?? latest.openedAt), latest.people)}</p> : null}
            <p className={ui.soft}>{text.confirm}</p>
          </ConfirmDialog>
        ) : null}
      </Panel>
    </div>
  )
}
