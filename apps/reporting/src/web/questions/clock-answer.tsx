import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import styles from './questions.module.css'

interface ClockAnswerProps {
  readonly id: string
  /** The server's time as formatted text; `now` is the same moment. */
  readonly serverTime: string
  readonly now: number
}

/**
 * Asks whether the server's clock is right. A yes needs a second confirmation, because its effects cannot be undone.
 */
export function ClockAnswer({ id, serverTime, now }: ClockAnswerProps) {
  const { words } = useLanguage()
  const text = words.questions
  const [confirmedAt, setConfirmedAt] = useState<number | null>(null)
  const callbacks = {
    onSettled: () => {
      setConfirmedAt(null)
      void queryClient.invalidateQueries()
    },
  }
  const confirmClock = useMutation(trpc.question.confirmClock.mutationOptions(callbacks))
  const rejectClock = useMutation(trpc.question.answer.mutationOptions(callbacks))
  const error = confirmClock.error ?? rejectClock.error
  return (
    <>
      {error ? <ErrorNote error={error} /> : null}
      <div className={styles.buttons}>
        <Button onClick={() => setConfirmedAt(now)}>{text.clockRight(serverTime)}</Button>
        <Button
          variant="default"
          loading={rejectClock.isPending}
          onClick={() => rejectClock.mutate({ id, answer: 'wrong' })}
        >
          {text.answers.wrong}
        </Button>
      </div>
      {confirmedAt === null ? null : (
        <ConfirmDialog
          title={text.confirmClock.title}
          action={text.confirmClock.action}
          busy={confirmClock.isPending}
          onConfirm={() => confirmClock.mutate({ id, shown: confirmedAt, again: now })}
          onClose={() => setConfirmedAt(null)}
        >
          <p>{text.confirmClock.text(serverTime)}</p>
          <Checkbox required label={text.confirmClock.check(serverTime)} />
        </ConfirmDialog>
      )}
    </>
  )
}
