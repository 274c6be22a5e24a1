import type { OfficerQuestion } from '@wayproof/letters/questions/officer-question'
import { questionText } from '@wayproof/letters/questions/question-text'
import { moment } from '@wayproof/messages/date-format'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { NotFound } from '../components/not-found.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { QuestionPanel } from './question-panel.tsx'
import styles from './questions.module.css'
import { useQuestions } from './use-questions.ts'

/** Lists all open and settled questions to officers. */
export function QuestionsPage() {
  const { words } = useLanguage()
  const { user } = useMe()
  const questions = useQuestions()
  const text = words.questions
  if (user?.role !== 'officer') return <NotFound />
  if (questions.isLoadingError) return <FaultPanel error={questions.error} onAgain={() => void questions.refetch()} />
  if (!questions.data) return <Loading heights={[56, 240, 200]} />
  const { open, settled, now, timeZone } = questions.data
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <div className={ui.stack}>
        {open.length === 0 ? (
          <Panel title={text.open}>
            <p className={ui.soft}>{text.none}</p>
          </Panel>
        ) : (
          open.map((question) => <QuestionPanel key={question.id} question={question} now={now} timeZone={timeZone} />)
        )}
        <Panel title={text.settled}>
          {settled.length === 0 ? <p className={ui.soft}>{text.noneSettled}</p> : null}
          <ul className={styles.settled}>
            {settled.map((question) => (
              <SettledQuestion key={question.id} question={question} timeZone={timeZone} />
            ))}
          </ul>
        </Panel>
      </div>
    </>
  )
}

interface SettledQuestionProps {
  readonly question: OfficerQuestion
  readonly timeZone: string
}

function SettledQuestion({ question, timeZone }: SettledQuestionProps) {
  const { locale, words } = useLanguage()
  const text = words.questions
  const { answer, endedAt } = question
  const { title, what, said: verbatimLines } = questionText(question, { locale, words, timeZone })
  const at = (instant: number) => moment(instant, timeZone, locale)
  return (
    <li>
      <p>{title}</p>
      <p className={ui.soft}>{what[0]}</p>
      {verbatimLines.map((line) => (
        <p key={line} className={ui.soft}>
          <Verbatim>{line}</Verbatim>
        </p>
      ))}
      <p className={ui.soft}>
        {answer && answer.at === endedAt
          ? text.answered(text.answers[answer.answer], answer.by, at(answer.at))
          : text.bySelf(at(endedAt ?? question.askedAt))}
      </p>
    </li>
  )
}
