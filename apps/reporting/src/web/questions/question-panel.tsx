import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type OfficerQuestion, QUESTION_ANSWERS } from '@wayproof/letters/questions/officer-question'
import { questionText } from '@wayproof/letters/questions/question-text'
import { moment } from '@wayproof/messages/date-format'
import { lazy, Suspense, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LoadingPart } from '../components/loading.tsx'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import styles from './questions.module.css'

/** Its checkbox is not part of the first screen. */
const ClockAnswer = lazy(() => import('./clock-answer.tsx').then(({ ClockAnswer }) => ({ default: ClockAnswer })))

interface QuestionPanelProps {
  readonly question: OfficerQuestion
  readonly now: number
  readonly timeZone: string
}

/** Shows an open question: what happened, what can be done, and the buttons. */
export function QuestionPanel({ question, now, timeZone }: QuestionPanelProps) {
  const { locale, words } = useLanguage()
  const text = words.questions
  const { title, what, said: verbatimLines, can } = questionText(question, { locale, words, timeZone })
  const { answer } = question
  return (
    <Panel title={title}>
      {what.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {verbatimLines.map((line) => (
        <p key={line}>
          <Verbatim>{line}</Verbatim>
        </p>
      ))}
      <p>{can}</p>
      <p className={ui.soft}>{text.asked(moment(question.askedAt, timeZone, locale))}</p>
      {answer ? (
        <p className={ui.soft}>
          {text.answered(text.answers[answer.answer], answer.by, moment(answer.at, timeZone, locale))}
        </p>
      ) : null}
      {question.kind === 'clock' ? (
        <Suspense fallback={<LoadingPart />}>
          <ClockAnswer id={question.id} serverTime={moment(now, timeZone, locale)} now={now} />
        </Suspense>
      ) : (
        <PlainAnswer question={question} />
      )}
    </Panel>
  )
}

/** The buttons of every question except the one about the clock. */
function PlainAnswer({ question: { id, kind, answer: givenAnswer } }: { readonly question: OfficerQuestion }) {
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
