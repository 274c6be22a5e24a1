import type { OfficerQuestion } from '@wayproof/letters/questions/officer-question'
import { questionText } from '@wayproof/letters/questions/question-text'
import { moment } from '@wayproof/messages/date-format'
import { lazy, Suspense } from 'react'
import ui from '../components/components.module.css'
import { LoadingPart } from '../components/loading.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { PlainAnswer } from './plain-answer.tsx'

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
