import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type OfficerQuestion, QUESTION_ANSWERS } from '@wayproof/letters/questions'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { FaultNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import styles from './questions.module.css'

/** The buttons of every question except the one about the clock. */
export function PlainAnswer({ question: { id, kind, answer: given } }: { readonly question: OfficerQuestion }) {
  const { words } = useLanguage()
  const text = words.questions
  const [asking, setAsking] = useState(false)
  const settled = {
    onSettled: () => {
      setAsking(false)
      void queryClient.invalidateQueries()
    },
  }
  const answer = useMutation(trpc.question.answer.mutationOptions(settled))
  const carryOut = useMutation(trpc.question.carryOut.mutationOptions(settled))
  const error = answer.error ?? carryOut.error
  const busy = answer.isPending || carryOut.isPending
  const offered: readonly string[] = QUESTION_ANSWERS[kind]
  return (
    <>
      {error ? <FaultNote error={error} /> : null}
      <div className={styles.buttons}>
        {offered.includes('do-it') ? (
          <Button loading={busy} onClick={() => carryOut.mutate({ id })}>
            {text.answers['do-it']}
          </Button>
        ) : null}
        {offered.includes('leave-out') ? (
          <Button variant="default" onClick={() => setAsking(true)}>
            {text.answers['leave-out']}
          </Button>
        ) : null}
        {offered.includes('seen') && given?.answer !== 'seen' ? (
          <Button variant="default" loading={busy} onClick={() => answer.mutate({ id, answer: 'seen' })}>
            {text.answers.seen}
          </Button>
        ) : null}
      </div>
      {asking ? (
        <ConfirmDialog
          title={text.confirmLeaveOut.title}
          action={text.answers['leave-out']}
          busy={busy}
          onConfirm={() => answer.mutate({ id, answer: 'leave-out' })}
          onClose={() => setAsking(false)}
        >
          <p>{text.confirmLeaveOut.text}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
