import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type OfficerQuestion, QUESTION_ANSWERS } from '@wayproof/letters/questions/officer-question'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import styles from './questions.module.css'

/** The buttons of every question except the one about the clock. */
export function PlainAnswer({ question: { id, kind, answer: givenAnswer } }: { readonly question: OfficerQuestion }) {
  const { words } = useLanguage()
  const text = words.questions
  const [isConfirming, setIsConfirming] = useState(false)
  const callbacks = {
    onSettled: () => {
      setIsConfirming(false)
      void queryClient.invalidateQueries()
    },
  }
  const answer = useMutation(trpc.question.answer.mutationOptions(callbacks))
  const carryOut = useMutation(trpc.question.carryOut.mutationOptions(callbacks))
  const error = answer.error ?? carryOut.error
  const busy = answer.isPending || carryOut.isPending
  const possibleAnswers: readonly string[] = QUESTION_ANSWERS[kind]
  return (
    <>
      {error ? <ErrorNote error={error} /> : null}
      <div className={styles.buttons}>
        {possibleAnswers.includes('do-it') ? (
          <Button loading={busy} onClick={() => carryOut.mutate({ id })}>
            {text.answers['do-it']}
          </Button>
        ) : null}
        {possibleAnswers.includes('leave-out') ? (
          <Button variant="default" onClick={() => setIsConfirming(true)}>
            {text.answers['leave-out']}
          </Button>
        ) : null}
        {possibleAnswers.includes('seen') && givenAnswer?.answer !== 'seen' ? (
          <Button variant="default" loading={busy} onClick={() => answer.mutate({ id, answer: 'seen' })}>
            {text.answers.seen}
          </Button>
        ) : null}
      </div>
      {isConfirming ? (
        <ConfirmDialog
          title={text.confirmLeaveOut.title}
          action={text.answers['leave-out']}
          busy={busy}
          onConfirm={() => answer.mutate({ id, answer: 'leave-out' })}
          onClose={() => setIsConfirming(false)}
        >
          <p>{text.confirmLeaveOut.text}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
