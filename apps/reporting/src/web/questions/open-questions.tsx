import type { OfficerQuestion } from '@wayproof/letters/questions/officer-question'
import ui from '../components/components.module.css'
import { pageOfQuestion, type QuestionPage } from './page-of-question.ts'
import { QuestionPanel } from './question-panel.tsx'
import styles from './questions.module.css'
import { useQuestions } from './use-questions.ts'

/** Shows officers the open questions about a page; the scorecard shows those of all pages until they are noted. */
export function OpenQuestions({ page }: { readonly page: QuestionPage }) {
  const { data } = useQuestions()
  const belongs = (question: OfficerQuestion) => page === 'scorecard' || pageOfQuestion(question) === page
  const questions = data?.open.filter((question) => question.answer?.answer !== 'seen' && belongs(question)) ?? []
  if (!data || questions.length === 0) return null
  return (
    <div className={`${ui.stack} ${styles.above}`}>
      {questions.map((question) => (
        <QuestionPanel key={question.id} question={question} now={data.now} timeZone={data.timeZone} />
      ))}
    </div>
  )
}
