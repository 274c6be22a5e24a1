import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { QuietButton } from '../components/quiet-button.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { MailTest } from './mail-test.tsx'

/** Shows the mail server's state, tests it, and lets officers write letters to a folder instead. */
export function MailPanel({ officer }: { readonly officer: boolean }) {
  const text = useLanguage().words.reporting.programme.mail
  const { dayOf } = useOrganisationDays()
  const mail = useQuery(trpc.programme.mail.queryOptions())
  const [asking, setAsking] = useState(false)
  const choose = useMutation(
    trpc.programme.chooseFolder.mutationOptions({
      onSettled: () => {
        setAsking(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  if (mail.error) return <FaultNote error={mail.error} />
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
        {officer ? (
          <div>
            {folder ? (
              <QuietButton onClick={() => choose.mutate({ chosen: false })}>{text.takeBack}</QuietButton>
            ) : (
              <QuietButton onClick={() => setAsking(true)}>{text.choose.action}</QuietButton>
            )}
          </div>
        ) : null}
        {choose.error ? <FaultNote error={choose.error} /> : null}
      </div>
      {asking ? (
        <ConfirmDialog
          title={text.choose.confirmTitle}
          action={text.choose.action}
          busy={choose.isPending}
          onConfirm={() => choose.mutate({ chosen: true })}
          onClose={() => setAsking(false)}
        >
          <p>{text.choose.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
