import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

interface ReportPanelProps {
  readonly period: string
  readonly isOfficer: boolean
}

/** Links the report of a closed half-year and, for officers, publishes it. */
export function ReportPanel({ period, isOfficer }: ReportPanelProps) {
  const text = useLanguage().words.report.panel
  const { dayOf } = useOrganisationDays()
  const [openDialog, setOpenDialog] = useState<'publish' | 'withdraw' | null>(null)
  const publication = useQuery(trpc.report.standing.queryOptions({ period })).data
  const callbacks = {
    onSettled: () => {
      setOpenDialog(null)
      void queryClient.invalidateQueries()
    },
  }
  const publish = useMutation(trpc.report.publish.mutationOptions(callbacks))
  const withdraw = useMutation(trpc.report.withdraw.mutationOptions(callbacks))
  const commands = { publish, withdraw }
  const error = publish.error ?? withdraw.error
  const published = publication?.published
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p className={ui.soft}>{text.lead}</p>
        <p className={ui.links}>
          {LOCALES.map((locale) => (
            <a key={locale} href={`/export/report/${period}/${locale}`}>
              {text.pdf[locale]}
            </a>
          ))}
        </p>
        {published ? (
          <p>
            {text.published(published.by, dayOf(published.at))} <a href={publication.address}>{text.see}</a>
          </p>
        ) : (
          <p className={ui.soft}>{text.not}</p>
        )}
        {error ? <ErrorNote error={error} /> : null}
        {isOfficer && publication ? (
          <div>
            <Button variant="default" onClick={() => setOpenDialog(published ? 'withdraw' : 'publish')}>
              {published ? text.withdraw : text.publish}
            </Button>
          </div>
        ) : null}
        {openDialog ? (
          <ConfirmDialog
            title={openDialog === 'publish' ? text.publishTitle : text.withdrawTitle}
            action={text[openDialog]}
            busy={commands[openDialog].isPending}
            onConfirm={() => commands[openDialog].mutate({ period })}
            onClose={() => setOpenDialog(null)}
          >
            <p className={ui.soft}>{openDialog === 'publish' ? text.publishText : text.withdrawText}</p>
          </ConfirmDialog>
        ) : null}
      </div>
    </Panel>
  )
}
