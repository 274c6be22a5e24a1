import type { Asked, OfficerQuestion } from '@wayproof/letters/questions/officer-question'
import ui from '../components/components.module.css'
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

/** The pages that show their own questions; the scorecard shows all. */
type QuestionPage = 'settings' | 'closing' | 'waves' | 'policies' | 'privacy' | 'summaries' | 'scorecard'

export function pageOfQuestion(question: Asked): QuestionPage {
  switch (question.kind) {
    case 'clock':
    case 'mail-test-failed':
      return 'settings'
    case 'late-reminder':
      return 'closing'
    case 'letters-unreadable':
    case 'letters-held':
      return 'waves'
    case 'letters-bounce':
      return 'summaries'
    case 'bytes-left':
      return 'privacy'
    case 'service-silent':
      return 'settings'
    case 'keeps-failing':
      return pageOfWork(question.data.work)
  }
}

function pageOfWork(work: Extract<Asked, { kind: 'keeps-failing' }>['data']['work']): QuestionPage {
  switch (work) {
    case 'policy-pages':
    case 'check-policy-pages':
      return 'policies'
    case 'close-waves':
    case 'open-waves':
    case 'certify-unlinking':
    case 'test-mail-server':
    case 'watch-letters':
    case 'remind-travelers':
    case 'mail-reports':
    case 'delivery':
      return 'waves'
    case 'delete-what-is-due':
      return 'privacy'
    case 'remind-owners':
      return 'closing'
    case 'executive-summary':
    case 'tell-of-bounces':
      return 'summaries'
    default:
      return 'settings'
  }
}
