import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { addDays, earlier } from '@wayproof/kernel/calendar/calendar-date'
import { day, periodName } from '@wayproof/messages/date-format'
import type { OpeningQuestion } from '@wayproof/survey/opening/opening-question'
import { latestClosingDay } from '@wayproof/survey/opening/wave-plan'
import type { Programme } from '@wayproof/survey/programme/programme'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import styles from '../waves/waves.module.css'

interface OpeningQuestionPanelProps {
  readonly question: OpeningQuestion
  readonly programme: Programme
}

/** Asks about a wave that the program did not open: the officer opens it now by the same plan, or skips it. */
export function OpeningQuestionPanel({ question, programme }: OpeningQuestionPanelProps) {
  const { locale, words } = useLanguage()
  const { today, dayOf } = useOrganisationDays()
  const text = words.reporting.programme.question
  const [openDialog, setOpenDialog] = useState<'open' | 'leaveOut' | null>(null)
  const callbacks = {
    onSettled: () => {
      setOpenDialog(null)
      void queryClient.invalidateQueries()
    },
  }
  const open = useMutation(trpc.wave.askOpening.mutationOptions(callbacks))
  const leaveOut = useMutation(trpc.programme.leaveOut.mutationOptions(callbacks))
  const error = open.error ?? leaveOut.error
  const { period } = question
  const { mode, sampleSize, daysOpen } = programme
  const closesOn = earlier(addDays(today, daysOpen), latestClosingDay(today))
  function confirm() {
    if (openDialog === 'leaveOut') leaveOut.mutate({ period })
    else open.mutate({ period, mode, closesOn, ...(sampleSize === null ? {} : { size: sampleSize }) })
  }
  return (
    <Panel title={text.title(periodName(period, locale))}>
      <p className={ui.soft}>{text.reasons[question.reason]}</p>
      <p className={ui.soft}>{text.due(dayOf(question.dueAt))}</p>
      {open.isSuccess ? <Note>{words.reporting.approvals.asked}</Note> : null}
      {error ? <ErrorNote error={error} /> : null}
      <div className={styles.actions}>
        <Button onClick={() => setOpenDialog('open')}>{text.open.action}</Button>
        <Button variant="default" onClick={() => setOpenDialog('leaveOut')}>
          {text.leaveOut.action}
        </Button>
      </div>
      {openDialog ? (
        <ConfirmDialog
          title={text[openDialog].confirmTitle}
          action={text[openDialog].action}
          busy={open.isPending || leaveOut.isPending}
          onConfirm={confirm}
          onClose={() => setOpenDialog(null)}
        >
          <p className={ui.soft}>{text[openDialog].confirm(day(closesOn, locale))}</p>
          {openDialog === 'open' ? <p className={ui.soft}>{words.reporting.programme.asks(mode, sampleSize)}</p> : null}
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
