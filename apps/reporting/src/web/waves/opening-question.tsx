import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { periodName } from '@wayproof/messages'
import type { OpeningQuestion } from '@wayproof/survey'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { ConfirmDialog } from '../surface/confirm-dialog.tsx'
import { FaultNote } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'

/** A wave that did not open by itself: the officer opens it by the form below, or leaves it out here. */
export function OpeningQuestionPanel({ question }: { readonly question: OpeningQuestion }) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.programme.question
  const [asking, setAsking] = useState(false)
  const leaveOut = useMutation(
    trpc.programme.leaveOut.mutationOptions({
      onSettled: () => {
        setAsking(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Panel title={text.title(periodName(question.period, locale))}>
      <p className={surface.soft}>{text.reasons[question.reason]}</p>
      <p className={surface.soft}>{text.due(dayOf(question.dueAt))}</p>
      {leaveOut.error ? <FaultNote error={leaveOut.error} /> : null}
      <div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {text.leaveOut}
        </Button>
      </div>
      {asking ? (
        <ConfirmDialog
          title={text.confirmTitle}
          action={text.leaveOut}
          busy={leaveOut.isPending}
          onConfirm={() => leaveOut.mutate({ period: question.period })}
          onClose={() => setAsking(false)}
        >
          <p className={surface.soft}>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
