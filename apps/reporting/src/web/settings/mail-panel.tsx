import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { MailTest } from './mail-test.tsx'

/** Shows the mail server's state, tests it, and lets officers write letters to a folder instead. */
export function MailPanel({ isOfficer }: { readonly isOfficer: boolean }) {
  const text = useLanguage().words.reporting.programme.mail
  const { dayOf } = useOrganisationDays()
  const mail = useQuery(trpc.programme.mail.queryOptions())
  const [isConfirming, setIsConfirming] = useState(false)
  const choose = useMutation(
    trpc.programme.chooseFolder.mutationOptions({
      onSettled: () => {
        setIsConfirming(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  if (mail.error) return <ErrorNote error={mail.error} />
  if (!mail.data) return null
  const { proven, folder } = mail.data
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <Note {...(proven !== 'server' && { tone: 'caution' })}>{text[proven ?? 'none']}</Note>
        {folder ? (
          <p className={ui.soft}>
            {text.chosen(dayOf(folder.chosenAt))} <span translate="no">{folder.chosenBy}</span>
          </p>
        ) : null}
        <MailTest />
        {isOfficer ? (
          <div>
            {folder ? (
              <LinkButton onClick={() => choose.mutate({ chosen: false })}>{text.takeBack}</LinkButton>
            ) : (
              <LinkButton onClick={() => setIsConfirming(true)}>{text.choose.action}</LinkButton>
            )}
          </div>
        ) : null}
        {choose.error ? <ErrorNote error={choose.error} /> : null}
      </div>
      {isConfirming ? (
        <ConfirmDialog
          title={text.choose.confirmTitle}
          action={text.choose.action}
          busy={choose.isPending}
          onConfirm={() => choose.mutate({ chosen: true })}
          onClose={() => setIsConfirming(false)}
        >
          <p>{text.choose.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
